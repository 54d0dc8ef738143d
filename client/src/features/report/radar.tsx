import type { DimensionScore } from '@kefu/shared/scoring/scorecard';
import { useTexts } from '../../i18n';
import css from './radar.module.css';
import { corners, inLines, ringPath } from './radar-shape';

const SIZE = 330;
const HEIGHT = 230;
const RADIUS = 78;
const CENTRE = { x: SIZE / 2, y: HEIGHT / 2 };

/** The dimensions as one shape. The same numbers stand in the list of dimensions; here they are said as one text. */
export function Radar({ dimensions }: { dimensions: readonly DimensionScore[] }) {
  const { t, say } = useTexts();
  const axes = dimensions.flatMap(({ id, title, points }) =>
    points === null ? [] : [{ id, title, points }],
  );
  // Two axes are no shape.
  if (axes.length < 3) return null;
  const scores = axes.map(({ title, points }) => `${say(title)} ${Math.round(points)}`).join(' · ');
  const shares = axes.map(({ points }) => points / 100);
  return (
    <figure className={css.figure}>
      <svg viewBox={`0 0 ${SIZE} ${HEIGHT}`} role="img" aria-label={t('report.radarAlt', { scores })}>
        {[0.2, 0.4, 0.6, 0.8, 1].map((share) => (
          <path
            key={share}
            className={share === 0.8 ? css.pass : css.grid}
            d={ringPath(
              CENTRE,
              RADIUS,
              axes.map(() => share),
            )}
          />
        ))}
        {corners(
          CENTRE,
          RADIUS,
          axes.map(() => 1),
        ).map(({ x, y }, index) => (
          <path key={axes[index]?.id} className={css.grid} d={`M${CENTRE.x} ${CENTRE.y}L${x} ${y}`} />
        ))}
        <path className={css.shape} d={ringPath(CENTRE, RADIUS, shares)} />
        {corners(CENTRE, RADIUS, shares).map(({ x, y }, index) => (
          <circle key={axes[index]?.id} className={css.dot} cx={x} cy={y} r="3" />
        ))}
        {corners(
          CENTRE,
          RADIUS + 14,
          axes.map(() => 1),
        ).map(({ x, y }, index) => {
          const axis = axes[index];
          const anchor = Math.abs(x - CENTRE.x) < 2 ? 'middle' : x > CENTRE.x ? 'start' : 'end';
          // Two lines each: above the shape they end at the corner, below it they begin there.
          const top = y - 7 + (Math.round(y - CENTRE.y) / (RADIUS + 14)) * 7;
          return (
            axis && (
              <text key={axis.id} x={x} y={top} textAnchor={anchor} dominantBaseline="middle">
                {inLines(say(axis.title)).map((line, nth) => (
                  <tspan key={line} x={x} dy={nth === 0 ? 0 : '1.2em'}>
                    {line}
                  </tspan>
                ))}
                <tspan x={x} dy="1.2em" className={axis.points >= 80 ? css.good : css.weak}>
                  {Math.round(axis.points)}
                </tspan>
              </text>
            )
          );
        })}
      </svg>
    </figure>
  );
}
