import type { DimensionScore, IndicatorScore } from '@kefu/shared/scoring/scorecard';
import { useTexts } from '../../i18n';
import type { Place } from '../../transcript/marks';
import { Bar } from '../../ui/bar';
import { Section } from '../../ui/section';
import css from './dimensions.module.css';
import { EvidenceList } from './evidence-list';

type Props = { dimensions: readonly DimensionScore[]; onShow: (place: Place) => void };

export function Dimensions({ dimensions, onShow }: Props) {
  const { t, say } = useTexts();
  return (
    <Section title={t('report.dimensions')}>
      {dimensions.map((dimension) => (
        <details key={dimension.id} className={css.dimension} open={dimension.points !== null}>
          <summary className={css.head}>
            <span className={css.name}>{say(dimension.title)}</span>
            {dimension.points === null ? (
              <span className={css.none}>{t('report.notCounted')}</span>
            ) : (
              <>
                <Bar share={dimension.points / 100} />
                <span className={css.points}>{round(dimension.points)}</span>
                <span className={css.weight}>{t('report.weight', { weight: round(dimension.weight) })}</span>
              </>
            )}
          </summary>
          <ul className={css.indicators}>
            {dimension.indicators.map((indicator) => (
              <Indicator key={indicator.id} indicator={indicator} onShow={onShow} />
            ))}
          </ul>
        </details>
      ))}
    </Section>
  );
}

function Indicator({ indicator, onShow }: { indicator: IndicatorScore; onShow: (place: Place) => void }) {
  const { t, say } = useTexts();
  const { title, rules, value, threshold, points, weight, evidence } = indicator;
  return (
    <li className={css.indicator}>
      <p className={css.line}>
        <strong>{say(title)}</strong>
        {points === null ? (
          <span className={css.none}>{t('report.notCounted')}</span>
        ) : (
          <span className={points >= 80 ? css.good : points >= 60 ? css.fair : css.bad}>
            {round((points * weight) / 100)} / {round(weight)}
          </span>
        )}
      </p>
      {points !== null && (
        <p className={css.value}>
          {say(value)} <span>{t('report.threshold', { threshold: say(threshold) })}</span>{' '}
          {rules.length > 0 && <span>{rules.join(' ')}</span>}
        </p>
      )}
      <EvidenceList evidence={evidence} onShow={onShow} />
    </li>
  );
}

/** One decimal at most. */
const round = (points: number): number => Math.round(points * 10) / 10;
