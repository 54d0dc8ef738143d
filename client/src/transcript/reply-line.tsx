import type { ActReasons } from '@kefu/shared/protocol/report';
import type { ReplyEntry } from '@kefu/shared/rehearsal/entry';
import type { Act } from '@kefu/shared/understanding/acts';
import { useState } from 'react';
import { useTexts } from '../i18n';
import { classes } from '../ui/classes';
import { Tag } from '../ui/tag';
import { ActTag } from './act-tag';
import { evidenceAt, markText, type Place } from './marks';
import css from './reply-line.module.css';

type Props = { entry: ReplyEntry; reasons: readonly ActReasons[]; shown: Place | null };

/** A reply, and below what it was understood to do and say. Marked are the words in question, or those behind an act. */
export function ReplyLine({ entry, reasons, shown }: Props) {
  const { t } = useTexts();
  const [asked, ask] = useState<Act | null>(null);
  const { acts, claims } = entry.understood;
  const seen = [...new Set(acts.map(({ act }) => act))];
  const reasonsOf = (act: Act) => reasons.find((one) => one.act === act)?.reasons ?? [];
  const marks =
    asked === null
      ? evidenceAt(shown ?? {})
      : reasonsOf(asked).map(({ start, end, weight }) => ({
          ...{ start, end },
          as: weight > 0 ? ('for' as const) : ('against' as const),
        }));
  return (
    <>
      <p className={classes(css.bubble, shown && css.shown)}>
        {markText(entry.text, marks).map(({ text, start, as }) =>
          as ? (
            <mark key={start} className={css[as]}>
              {text}
            </mark>
          ) : (
            <span key={start}>{text}</span>
          ),
        )}
      </p>
      <div className={css.acts}>
        <span className="visually-hidden">{t('talk.acts')}</span>
        {seen.map((act) => (
          <ActTag
            key={act}
            act={act}
            confidence={Math.max(...acts.filter((hit) => hit.act === act).map((hit) => hit.confidence))}
            reasons={reasonsOf(act)}
            open={asked === act}
            onAsk={(open) => ask(open ? act : null)}
          />
        ))}
        {claims.map(({ claim, verdict, start, end }) => (
          <Tag key={`${claim} ${start}`} kind={verdict === 'right' ? 'good' : 'warn'}>
            “{entry.text.slice(start, end)}” {t(`talk.claims.${verdict}`)}
          </Tag>
        ))}
        {entry.repeated && <Tag kind="warn">{t('talk.repeated')}</Tag>}
        {entry.contradicts && <Tag kind="warn">{t('talk.contradicts')}</Tag>}
      </div>
    </>
  );
}
