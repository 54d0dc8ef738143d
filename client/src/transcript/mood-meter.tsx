import type { Desk } from '@kefu/shared/protocol/rest';
import type { ViewEntry } from '@kefu/shared/rehearsal/view';
import { useTexts } from '../i18n';
import { classes } from '../ui/classes';
import { MoodFace } from '../ui/mood-face';
import css from './mood-meter.module.css';

type Props = { start: NonNullable<Desk['mood']>; entries: readonly ViewEntry[] };

const STEPS = Array.from({ length: 10 }, (_, index) => index + 1);

/** The customer's feeling now: a face, its name, and the level out of ten. */
export function MoodMeter({ start, entries }: Props) {
  const { t, say } = useTexts();
  const { level, tone } = entries.findLast((entry) => entry.kind === 'mood') ?? start;
  const name = say(start.name);
  const toneName = say(start.tones[tone]);
  return (
    <div
      className={classes(css.meter, css[tone])}
      role="img"
      aria-label={`${t('talk.mood')}: ${t('talk.moodNow', { name, level, tone: toneName })}`}
      title={t('talk.moodNow', { name, level, tone: toneName })}
    >
      <MoodFace tone={tone} size={28} />
      <span className={css.text}>
        <span>{toneName}</span>
        <span className={css.bar}>
          {STEPS.map((step) => (
            <i key={step} className={step <= level ? css.on : undefined} />
          ))}
        </span>
      </span>
    </div>
  );
}
