import { useEffect, useRef } from 'react';
import { type Stroke, strokeOf } from './act-keys';

/** Whether a key belongs to what has the focus: text fields take letters, buttons and links take Enter. */
const isTaken = (target: EventTarget | null, key: string): boolean =>
  target instanceof Element &&
  (target.matches('input:not([type=checkbox]), textarea, select') ||
    (key === 'Enter' && target.matches('button, a')));

type Where = 'page' | 'dialog';

/** Lets single keys do something anywhere on the page unless a dialog is open, or in the dialog that is open. */
export function useStrokes(on: boolean, where: Where, run: (stroke: Stroke) => void): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
      const inDialog = document.querySelector('dialog[open]') !== null;
      if (isTaken(event.target, event.key) || inDialog !== (where === 'dialog')) return;
      const stroke = strokeOf(event.key);
      if (!stroke) return;
      event.preventDefault();
      latest.current(stroke);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [on, where]);
}
