import type { Action } from '@kefu/shared/script/action';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { DeskState } from './desk-state';
import { DeskStore } from './desk-store';
import { timeOn } from './rehearsal-clock';

/**
 * Follows a rehearsal as long as the component is there.
 * @param first an action to be sent before anything else
 */
export function useDesk(rehearsal: string, first?: Action): { desk: DeskState; store: DeskStore } {
  const [store] = useState(() => new DeskStore(rehearsal, first));
  const desk = useSyncExternalStore(store.subscribe, store.snapshot);
  useEffect(() => {
    store.open();
    return () => store.close();
  }, [store]);
  return { desk, store };
}

/** The rehearsal's present time, ms, refreshed a few times a second while `running`. */
export function useRehearsalNow({ clock }: DeskState, running: boolean): number {
  const [local, setLocal] = useState(() => performance.now());
  useEffect(() => {
    if (!running) return;
    setLocal(performance.now());
    const timer = setInterval(() => setLocal(performance.now()), 200);
    return () => clearInterval(timer);
  }, [running]);
  return clock === null ? 0 : timeOn(clock, local);
}
