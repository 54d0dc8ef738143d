import css from './avatar.module.css';
import { classes } from './classes';

/** The known kinds of customers have a face of their own; others share a neutral one. */
const FACES: Readonly<Record<string, { look: string | undefined; path: string }>> = {
  // Brows that rise, an open mouth.
  emotional: {
    look: css.emotional,
    path: 'M7.5 11.5 12 9.5M24.5 11.5 20 9.5M10.5 14.5v1M21.5 14.5v1M11.5 23.5c0-3 2-4.5 4.5-4.5s4.5 1.5 4.5 4.5z',
  },
  // Level brows and glasses.
  rational: {
    look: css.rational,
    path: 'M6.5 14.5a3.7 3.7 0 1 0 7.4 0 3.7 3.7 0 1 0-7.4 0M18.1 14.5a3.7 3.7 0 1 0 7.4 0 3.7 3.7 0 1 0-7.4 0M13.9 14.2c1.2-.8 3-.8 4.2 0M12 22.5h8',
  },
  // One brow up, a crooked mouth.
  doubtful: {
    look: css.doubtful,
    path: 'M7.5 12h5M19.5 10.5c1.5-1.5 3.5-1.5 5 0M10.5 15v1M21.5 14.5v1M11.5 23c2.5-2 6-2.5 9-.5',
  },
};

export function Avatar({ persona, size = 36 }: { persona: string; size?: number }) {
  const face = FACES[persona];
  return (
    <span className={classes(css.avatar, face?.look ?? css.other)}>
      <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
        <path
          d={face?.path ?? 'M10.5 14v1.5M21.5 14v1.5M11.5 21.5c2.5 2 6.5 2 9 0'}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.8"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    </span>
  );
}
