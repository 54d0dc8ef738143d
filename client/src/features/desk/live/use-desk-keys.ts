import { useEffect, useRef } from 'react';
import { keysAreOn } from '../../../ui/keys-preference';

/** What the keys of the desk do; tabs are numbered from 0. */
export type DeskKeys = {
  tab: (index: number) => void;
  write: () => void;
  read: () => void;
  search: () => void;
  hint: () => void;
  sound: () => void;
  sheet: () => void;
};

const ALT_KEYS = {
  KeyC: 'write',
  KeyT: 'read',
  KeyK: 'search',
  KeyH: 'hint',
  KeyM: 'sound',
  Slash: 'sheet',
} as const satisfies Record<string, keyof DeskKeys>;

const isAltKey = (code: string): code is keyof typeof ALT_KEYS => Object.hasOwn(ALT_KEYS, code);

/** Alt and a key do the same from anywhere on the desk; `?` opens the sheet where nothing is being typed. */
export function useDeskKeys(keys: DeskKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (document.querySelector('dialog[open]')) return;
      const run = commandOf(event, latest.current);
      if (!run) return;
      event.preventDefault();
      run();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

function commandOf(event: KeyboardEvent, keys: DeskKeys): (() => void) | undefined {
  const { code, key, altKey, ctrlKey, metaKey } = event;
  if (ctrlKey || metaKey) return undefined;
  if (!altKey) {
    const typing = event.target instanceof Element && event.target.closest('input, textarea, select');
    return key === '?' && !typing && keysAreOn() ? keys.sheet : undefined;
  }
  const digit = /^Digit([1-5])$/.exec(code)?.[1];
  if (digit) return () => keys.tab(Number(digit) - 1);
  return isAltKey(code) ? keys[ALT_KEYS[code]] : undefined;
}
