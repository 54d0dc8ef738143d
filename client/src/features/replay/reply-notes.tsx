import type { ReplyEntry } from '@kefu/shared/rehearsal/entry';
import { useTexts } from '../../i18n';
import { ReplyLine } from '../../transcript/reply-line';
import { classes } from '../../ui/classes';
import { Tag } from '../../ui/tag';
import { minutesSeconds, secondsOf } from '../../ui/time';
import css from './moment-pane.module.css';
import { usePlayerStore } from './use-player';

/** A reply with what it was understood as, how long the customer had waited for it, and when it was read. */
export function ReplyNotes({ entry }: { entry: ReplyEntry }) {
  const { t } = useTexts();
  const { report, replay, waits, reads } = usePlayerStore().scene;
  const { acts, cues, claims } = entry.understood;
  const wait = waits.get(entry.seq);
  const read = reads.get(entry.seq);
  return (
    <>
      <div className={css.own}>
        <ReplyLine
          entry={entry}
          reasons={report.reasons.filter(({ seq }) => seq === entry.seq)}
          shown={null}
        />
        {acts.length + cues.length + claims.length === 0 && (
          <p className={css.quiet}>{t('replay.nothingUnderstood')}</p>
        )}
      </div>
      {cues.length > 0 && (
        <section className={css.section}>
          <h3>{t('replay.cues')}</h3>
          <p className={css.tags}>
            {[...new Set(cues.map(({ cue }) => cue))].map((cue) => (
              <Tag key={cue}>
                <span lang="zh-CN">{replay.titles.cues[cue] ?? cue}</span>
              </Tag>
            ))}
          </p>
        </section>
      )}
      <p className={css.times}>
        {wait && (
          <span className={classes(wait.late && css.late)}>
            {t(wait.late ? 'replay.tookLate' : 'replay.took', { s: secondsOf(wait.ms) })}
          </span>
        )}
        <span>
          {read === undefined ? t('replay.unread') : t('replay.read', { time: minutesSeconds(read) })}
        </span>
      </p>
    </>
  );
}
