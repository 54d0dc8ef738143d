import { useMemo } from 'react';
import css from './timeline.module.css';
import { usePlayerStore } from './use-player';

/** Every message as a tick: the customer's above, the agent's below, late ones in another colour. For the eye only. */
export function Ticks() {
  const { lines, waits, until } = usePlayerStore().scene;
  const paths = useMemo(() => {
    const drawn = { theirs: '', own: '', late: '' };
    for (const { kind, seq, at } of lines) {
      if (kind !== 'message' && kind !== 'reply') continue;
      const x = until === 0 ? 0 : (at / until) * 1000;
      if (kind === 'message') drawn.theirs += `M${x} 1V8`;
      else drawn[waits.get(seq)?.late ? 'late' : 'own'] += `M${x} 10V17`;
    }
    return drawn;
  }, [lines, waits, until]);
  return (
    <svg className={css.ticks} viewBox="0 0 1000 18" preserveAspectRatio="none" aria-hidden="true">
      <path className={css.theirs} d={paths.theirs} />
      <path className={css.own} d={paths.own} />
      <path className={css.late} d={paths.late} />
    </svg>
  );
}
