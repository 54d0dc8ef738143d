import type { OwnProgress } from '@kefu/shared/protocol/journal';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '../../i18n';
import { Choice } from '../../ui/choice';
import { classes } from '../../ui/classes';
import plot from '../../ui/plot.module.css';
import { Section } from '../../ui/section';
import { momentText } from '../../ui/time';
import css from './course.module.css';
import { coursePath, places } from './course-shape';

const WIDTH = 800;
const HEIGHT = 200;
const TOTAL = 'total';
/** From here on a rehearsal is passed. */
const PASS = 80;

/** Scores over time, of the whole or of one dimension. Every point leads to its report. */
export function Course({ progress }: { progress: OwnProgress }) {
  const { t, say, language } = useTexts();
  const [shown, setShown] = useState(TOTAL);
  const { rehearsals, courses, dimensions } = progress;
  const values = rehearsals.map(({ score }, index) =>
    shown === TOTAL ? score : (courses[index]?.dimensions[shown] ?? null),
  );
  const points = places(values, WIDTH, HEIGHT);
  return (
    <Section title={t('progress.course')} hint={t('progress.courseHint', { count: rehearsals.length })}>
      <Choice
        label={t('progress.show')}
        value={shown}
        onChange={setShown}
        options={[
          { value: TOTAL, label: t('progress.total') },
          ...dimensions.map(({ id, title }) => ({ value: id, label: say(title) })),
        ]}
      />
      <div className={css.frame}>
        {[100, PASS, 0].map((value) => (
          <span key={value} className={css.scale} style={{ top: `${100 - value}%` }}>
            {value}
          </span>
        ))}
        <div className={classes(plot.plot, css.plot)}>
          <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
            <path className={plot.grid} d={`M0 0H${WIDTH}M0 ${HEIGHT}H${WIDTH}`} />
            <path className={css.pass} d={`M0 ${((100 - PASS) / 100) * HEIGHT}H${WIDTH}`} />
            <path className={plot.line} d={coursePath(points)} />
          </svg>
          {points.map(({ index, x, y, value }) => {
            const rehearsal = rehearsals[index];
            if (!rehearsal) return null;
            const text = t('progress.point', {
              title: say(rehearsal.title),
              when: momentText(rehearsal.startedAt, language),
              points: value.toFixed(1),
            });
            return (
              <Link
                key={rehearsal.id}
                to="/rehearsals/$id/report"
                params={{ id: rehearsal.id }}
                className={plot.point}
                data-exam={rehearsal.mode === 'exam' || undefined}
                style={{ left: `${(x / WIDTH) * 100}%`, top: `${(y / HEIGHT) * 100}%` }}
                aria-label={text}
                title={text}
              />
            );
          })}
        </div>
      </div>
    </Section>
  );
}
