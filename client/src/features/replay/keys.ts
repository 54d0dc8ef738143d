import { type Command, SPEEDS } from './player';

/** How far the arrow keys go, ms. */
const ARROW_MS = 5_000;

/** What a key does in a replay; undefined for other keys. Times from the end are beyond it, which is the end. */
export function commandOf(key: string): Command | undefined {
  const speed = SPEEDS.find((one) => String(one) === key);
  if (speed) return { do: 'speed', speed };
  return {
    ' ': { do: 'toggle' } as const,
    ArrowLeft: { do: 'move', by: -ARROW_MS } as const,
    ArrowRight: { do: 'move', by: ARROW_MS } as const,
    Home: { do: 'seek', at: 0 } as const,
    End: { do: 'seek', at: Number.POSITIVE_INFINITY } as const,
    ',': { do: 'step', by: -1 } as const,
    '.': { do: 'step', by: 1 } as const,
  }[key];
}

/** Whether a key belongs to what has the focus rather than to the replay. */
export function isTaken(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false;
  // The slider is the replay itself.
  if (target.matches('input[type=range]')) return false;
  if (target.matches('input:not([type=checkbox]), textarea, select')) return true;
  if (key === ' ') return target.matches('button, a, summary, [role=tab], input');
  return key.startsWith('Arrow') && target.matches('[role=tab]');
}
