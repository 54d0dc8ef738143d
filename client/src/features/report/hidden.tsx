import type { Debrief } from '@kefu/shared/scoring/debrief/schema';
import type { Scorecard } from '@kefu/shared/scoring/scorecard';
import { useTexts } from '../../i18n';
import type { Place } from '../../transcript/marks';
import { Button } from '../../ui/button';
import { Section } from '../../ui/section';
import { Tag } from '../../ui/tag';
import css from './hidden.module.css';

type Props = { hidden: Scorecard['hidden']; missed: Debrief['missed']; onShow: (place: Place) => void };

/** What the customer kept to itself, and whether the agent got it out. */
export function Hidden({ hidden, missed, onShow }: Props) {
  const { t, say } = useTexts();
  return (
    <Section title={t('report.hidden')}>
      {hidden.length === 0 ? (
        <p className={css.none}>{t('report.noHidden')}</p>
      ) : (
        <ul className={css.list}>
          {hidden.map(({ id, title, found, seq }) => (
            <li key={id}>
              <Tag kind={found ? 'good' : 'warn'}>{t(found ? 'report.found' : 'report.missed')}</Tag>
              <span>{say(title)}</span>
              {seq !== null && (
                <Button look="quiet" size="small" onClick={() => onShow({ seq })}>
                  {t('report.showInTranscript')}
                </Button>
              )}
              {missed
                .filter((model) => model.id === id)
                .map(({ reply }) => (
                  <p key={reply} className={css.how}>
                    {t('report.howFound')} <q>{reply}</q>
                  </p>
                ))}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
