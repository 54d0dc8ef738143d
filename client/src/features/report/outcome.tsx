import type { Scorecard } from '@kefu/shared/scoring/scorecard';
import { useTexts } from '../../i18n';
import css from './outcome.module.css';
import { Section } from './section';

const DSR = ['goods', 'service', 'logistics'] as const;

/** What this customer would have left behind in the shop. Simulated, beside the score and no part of it. */
export function Outcome({ outcome }: { outcome: Scorecard['outcome'] }) {
  const { t } = useTexts();
  return (
    <Section title={t('report.outcome')}>
      <dl className={css.figures}>
        <div>
          <dt>{t('report.csat')}</dt>
          <dd>
            {outcome.csat.toFixed(1)}
            <span> / 5</span>
          </dd>
        </div>
        {DSR.map((item) => (
          <div key={item}>
            <dt>{t(`report.dsr.${item}`)}</dt>
            <dd>
              {outcome.dsr[item].toFixed(1)}
              <span> / 5</span>
            </dd>
          </div>
        ))}
      </dl>
      {outcome.review !== '' && (
        <figure className={css.review}>
          <figcaption>{t('report.review')}</figcaption>
          <blockquote>{outcome.review}</blockquote>
        </figure>
      )}
    </Section>
  );
}
