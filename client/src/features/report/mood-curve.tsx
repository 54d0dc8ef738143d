import type { Report } from '@kefu/shared/protocol/report';
import { useTexts } from '../../i18n';
import { placeMood, stepPath } from '../../transcript/curve';
import type { Place } from '../../transcript/marks';
import { classes } from '../../ui/classes';
import plot from '../../ui/plot.module.css';
import { Section } from '../../ui/section';
import { minutesSeconds } from '../../ui/time';
import css from './mood-curve.module.css';
import { Turns } from './turns';

const WIDTH = 640;
const HEIGHT = 120;

/** How the customer felt from the first to the last moment. Every turn leads to what caused it. */
export function MoodCurve({ report, onShow }: { report: Report; onShow: (place: Place) => void }) {
  const { t, say } = useTexts();
  const { scorecard, log, exercise } = report;
  const name = say(exercise.moodName);
  const until = log.at(-1)?.at ?? 0;
  const points = placeMood(scorecard.mood, until, WIDTH, HEIGHT);
  return (
    <Section title={t('report.mood', { name })} hint={t('report.moodHint')}>
      <div className={css.frame}>
        <span className={css.high}>10</span>
        <span className={css.low}>0</span>
        <div className={classes(plot.plot, css.plot)}>
          <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
            {[0, 0.5, 1].map((share) => (
              <path key={share} className={plot.grid} d={`M0 ${share * HEIGHT}H${WIDTH}`} />
            ))}
            <path className={plot.area} d={`${stepPath(points, WIDTH)}V${HEIGHT}H0Z`} />
            <path className={plot.line} d={stepPath(points, WIDTH)} />
          </svg>
          {points.map(({ at, level, seq, x, y }) => (
            <button
              key={`${seq} ${at}`}
              type="button"
              className={plot.point}
              style={{ left: `${(x / WIDTH) * 100}%`, top: `${(y / HEIGHT) * 100}%` }}
              aria-label={t('report.moodPoint', { time: minutesSeconds(at), name, level })}
              title={t('report.moodPoint', { time: minutesSeconds(at), name, level })}
              onClick={() => onShow({ seq })}
            />
          ))}
        </div>
        <span className={css.from}>0:00</span>
        <span className={css.to}>{minutesSeconds(until)}</span>
      </div>
      <Turns report={report} onShow={onShow} />
    </Section>
  );
}
