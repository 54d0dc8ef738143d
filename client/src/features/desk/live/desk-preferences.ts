import { useSyncExternalStore } from 'react';
import { readStored, writeStored } from '../../../net/stored';

/** What a user may switch at the desk. */
export type DeskPreference = 'sound' | 'remarks';

const listeners = new Set<() => void>();
const keyOf = (name: DeskPreference): string => `kefu.desk.${name}`;

/** On unless it was switched off. */
export const isOn = (name: DeskPreference): boolean => readStored(keyOf(name)) !== 'off';

export function toggle(name: DeskPreference): void {
  writeStored(keyOf(name), isOn(name) ? 'off' : 'on');
  for (const listener of listeners) listener();
}

export const usePreference = (name: DeskPreference): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isOn(name),
  );
