import { useEffect, useState } from 'react';
import { keysAreOn, turnKeys } from '../../ui/keys-preference';
import { commandOf, isTaken } from './keys';
import type { Command } from './player';

/** The keys of the replay: whether they are on, and whether their help is open. */
export type Keys = {
  on: boolean;
  turn: (on: boolean) => void;
  help: boolean;
  showHelp: (open: boolean) => void;
};

/** Lets keys move the replay from anywhere on the page, unless they are turned off or a dialog is open. */
export function useKeys(order: (order: Command) => void): Keys {
  const [on, setOn] = useState(keysAreOn);
  const [help, showHelp] = useState(false);
  useEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
        return;
      if (isTaken(event.target, event.key) || document.querySelector('dialog[open]')) return;
      const command = commandOf(event.key);
      if (command) order(command);
      else if (event.key === '?') showHelp(true);
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [on, order]);
  const turn = (next: boolean) => {
    turnKeys(next);
    setOn(next);
  };
  return { on, turn, help, showHelp };
}
