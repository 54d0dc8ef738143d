import type { Tone } from '@kefu/shared/script/tone';
import css from './mood-face.module.css';

const MOUTHS: Readonly<Record<Tone, string>> = {
  content: 'M6 11.5c1.8 3 6.2 3 8 0',
  calm: 'M6.5 12.2c1.8 1.3 5.2 1.3 7 0',
  uneasy: 'M6.5 13h7',
  upset: 'M6.5 14c1.8-1.8 5.2-1.8 7 0',
  furious: 'M6 14.5c1.8-3 6.2-3 8 0M5.5 6 8.5 7.3M14.5 6l-3 1.3',
};

/** A mood as a face; the colour repeats what the mouth says. */
export function MoodFace({ tone, size = 20 }: { tone: Tone; size?: number }) {
  return (
    <svg
      className={css[tone]}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      aria-hidden="true"
      focusable="false"
    >
      <circle cx="10" cy="10" r="8" />
      <path d={`M7.2 8.5v.4M12.8 8.5v.4${MOUTHS[tone]}`} />
    </svg>
  );
}
