import type { Debrief } from '@kefu/shared/scoring/debrief/schema';
import type { Scorecard } from '@kefu/shared/scoring/scorecard';
import { useTexts } from '../../i18n';
import type { Place } from '../../transcript/marks';
import { Icon } from '../../ui/icon';
import { Section } from '../../ui/section';
import { TextButton } from '../../ui/text-button';
import css from './outcome.module.css';

const DSR = ['goods', 'service', 'logistics'] as const;

type Props = {
  outcome: Scorecard['outcome'];
  reasons: Debrief['reasons'];
  onShow: (place: Place) => void;
};

/** What this customer would have left behind in the shop. Simulated, beside the score and no part of it. */
export function Outcome({ outcome, reasons, onShow }: Props) {
  const { t, say } = useTexts();
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
      <h3>{t('report.reasons')}</h3>
      <ul className={css.reasons}>
        {reasons.map(({ text, good, seq }) => (
          <li key={text.en} className={good ? css.good : css.bad}>
            <Icon name={good ? 'check' : 'alert'} size={14} />
            {seq === null ? (
              <span>{say(text)}</span>
            ) : (
              <TextButton onClick={() => onShow({ seq })}>{say(text)}</TextButton>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
