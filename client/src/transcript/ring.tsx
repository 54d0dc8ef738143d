import { classes } from '../ui/classes';
import css from './ring.module.css';
import type { Countdown } from './waiting';

const RADIUS = 15;
const LENGTH = 2 * Math.PI * RADIUS;

/** The time left as a closing ring around its seconds; overtime counts up in a full ring. */
export function Ring({ clock, size }: { clock: Countdown; size: number }) {
  const share = clock.phase === 'over' ? 1 : clock.share;
  return (
    <span className={classes(css.ring, css[clock.phase])} aria-hidden="true">
      <svg width={size} height={size} viewBox="0 0 36 36" aria-hidden="true" focusable="false">
        <circle className={css.track} cx="18" cy="18" r={RADIUS} />
        <circle
          className={css.hand}
          cx="18"
          cy="18"
          r={RADIUS}
          strokeDasharray={LENGTH}
          strokeDashoffset={LENGTH * (1 - share)}
          transform="rotate(-90 18 18)"
        />
      </svg>
      <span className={css.number}>{secondsShown(clock)}</span>
    </span>
  );
}

/** What is left is rounded up, overtime down: the zero is shown when it is reached and not before. */
function secondsShown(clock: Countdown): string {
  return clock.phase === 'over' ? `+${Math.floor(clock.over / 1000)}` : String(Math.ceil(clock.left / 1000));
}
