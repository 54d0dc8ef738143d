import { useMemo } from 'react';
import { useTexts } from '../../i18n';
import { placeMood, stepPath } from '../../transcript/curve';
import { classes } from '../../ui/classes';
import plot from '../../ui/plot.module.css';
import { Marks } from './marks-lane';
import { Slider } from './slider';
import { Ticks } from './ticks';
import css from './timeline.module.css';
import { usePlayerStore } from './use-player';

const WIDTH = 1000;
const HEIGHT = 100;

/** The whole rehearsal from left to right: the mood as a curve to slide on, and below what happened when. */
export function Timeline() {
  const { t } = useTexts();
  return (
    <div className={css.timeline}>
      <Curve />
      <span className={css.lane} aria-hidden="true">
        {t('replay.lane.talk')}
      </span>
      <Ticks />
      <span className={css.lane} aria-hidden="true">
        {t('replay.lane.moments')}
      </span>
      <Marks />
    </div>
  );
}

function Curve() {
  const { say } = useTexts();
  const { scene } = usePlayerStore();
  const { report, until } = scene;
  const points = useMemo(
    () => placeMood(report.scorecard.mood, until, WIDTH, HEIGHT),
    [report.scorecard.mood, until],
  );
  const line = stepPath(points, WIDTH);
  return (
    <>
      <span className={css.lane} aria-hidden="true">
        {say(report.exercise.moodName)}
      </span>
      <div className={classes(plot.plot, css.plot)}>
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          <path className={plot.grid} d={`M0 0H${WIDTH}M0 ${HEIGHT / 2}H${WIDTH}M0 ${HEIGHT}H${WIDTH}`} />
          <path className={plot.area} d={`${line}V${HEIGHT}H0Z`} />
          <path className={plot.line} d={line} />
        </svg>
        <Slider />
      </div>
    </>
  );
}
