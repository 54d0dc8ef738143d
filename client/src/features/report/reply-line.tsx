import type { ReplyEntry } from '@kefu/shared/rehearsal/entry';
import { ACTS } from '@kefu/shared/understanding/acts';
import { useTexts } from '../../i18n';
import { Tag } from '../../ui/tag';
import { markSpan, type Place } from './marks';
import css from './transcript.module.css';

/** A reply with the words in question marked, and below what it was understood to do and say. */
export function ReplyLine({ entry, shown }: { entry: ReplyEntry; shown: Place | null }) {
  const { t, say } = useTexts();
  const { acts, claims } = entry.understood;
  const seen = [...new Set(acts.map(({ act }) => act))];
  return (
    <>
      <p className={css.bubble}>
        {markSpan(entry.text, shown ?? {}).map(({ text, start, marked }) =>
          marked ? <mark key={start}>{text}</mark> : <span key={start}>{text}</span>,
        )}
      </p>
      <p className={css.acts}>
        <span className="visually-hidden">{t('report.acts')}</span>
        {seen.map((act) => (
          <Tag key={act} kind={ACTS[act].kind === 'good' ? 'accent' : 'bad'}>
            {say(ACTS[act])}
          </Tag>
        ))}
        {claims.map(({ claim, verdict, start, end }) => (
          <Tag key={`${claim} ${start}`} kind={verdict === 'right' ? 'good' : 'warn'}>
            “{entry.text.slice(start, end)}” {t(`report.claims.${verdict}`)}
          </Tag>
        ))}
        {entry.repeated && <Tag kind="warn">{t('report.repeated')}</Tag>}
        {entry.contradicts && <Tag kind="warn">{t('report.contradicts')}</Tag>}
      </p>
    </>
  );
}
