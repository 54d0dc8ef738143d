import type { Entry } from '@kefu/shared/rehearsal/entry';
import { useTexts } from '../../i18n';
import { OutcomeText } from '../../transcript/outcome-text';
import { Icon } from '../../ui/icon';
import { LinkButton } from '../../ui/link-button';
import { PhotoCard } from '../../ui/photo-card';
import { Tag } from '../../ui/tag';
import { minutesSeconds } from '../../ui/time';
import { CauseOf } from './cause';
import { EffectCard } from './effect-card';
import { effectsOf, entryOf, evidenceFor } from './explain';
import css from './moment-pane.module.css';
import { currentOf } from './player';
import { ReplyNotes } from './reply-notes';
import { usePlayerStore, usePlaying } from './use-player';

/** What happened at the line under the cursor, from outside and from inside. */
export function MomentPane() {
  const { t } = useTexts();
  const { scene } = usePlayerStore();
  const seq = usePlaying((playing) => currentOf(scene, playing));
  const entry = seq === null ? undefined : entryOf(scene, seq);
  if (!entry) return <p className={css.nothing}>{t('replay.nothing')}</p>;
  return (
    <article key={entry.seq} className={css.pane}>
      <header className={css.head}>
        <h2>{title(entry, t)}</h2>
        <time>{minutesSeconds(entry.at)}</time>
      </header>
      <Body entry={entry} />
    </article>
  );
}

function title(entry: Entry, t: ReturnType<typeof useTexts>['t']): string {
  switch (entry.kind) {
    case 'message':
      return t('replay.customer');
    case 'reply':
      return t('replay.reply');
    case 'action':
      return t('replay.action');
    case 'ended':
      return t('replay.ended');
    case 'effect':
      return t('replay.inside');
  }
}

function Body({ entry }: { entry: Entry }) {
  const { t } = useTexts();
  const { scene } = usePlayerStore();
  const { report } = scene;
  switch (entry.kind) {
    case 'message':
      return (
        <>
          {'text' in entry.content ? (
            <p className={css.theirs} lang="zh-CN">
              {entry.content.text}
            </p>
          ) : (
            <PhotoCard description={entry.content.photo} />
          )}
          <CauseOf message={entry} />
        </>
      );
    case 'reply':
      return (
        <>
          <ReplyNotes entry={entry} />
          <Inside seq={entry.seq} />
          <Scored seq={entry.seq} />
        </>
      );
    case 'action':
      return (
        <>
          <p className={css.action}>
            <Icon name={entry.outcome.status === 'refused' ? 'alert' : 'bolt'} size={16} />
            <span>
              {t(`action.${entry.action.do}`)} · <OutcomeText outcome={entry.outcome} />
            </span>
            {entry.outcome.status === 'refused' && <Tag kind="warn">{t('report.refused')}</Tag>}
            {entry.outcome.status === 'done' && entry.outcome.verdict !== 'right' && (
              <Tag kind="warn">{t(`report.verdict.${entry.outcome.verdict}`)}</Tag>
            )}
          </p>
          <Inside seq={entry.seq} />
          <Scored seq={entry.seq} />
        </>
      );
    case 'ended':
      return (
        <>
          <p className={css.tags}>
            <Tag kind={entry.ending === 'delighted' || entry.ending === 'solved' ? 'good' : 'warn'}>
              {t(`ending.${entry.ending}`)}
            </Tag>
            {t('replay.result', {
              total: report.scorecard.total.toFixed(1),
              verdict: t(report.scorecard.passed ? 'report.passed' : 'report.failed'),
            })}
          </p>
          <LinkButton
            to="/rehearsals/$id/report"
            params={{ id: report.rehearsal.id }}
            size="small"
            className={css.toReport}
          >
            {t('replay.toReport')}
          </LinkButton>
        </>
      );
    case 'effect':
      return null;
  }
}

/** What it did to the customer. */
function Inside({ seq }: { seq: number }) {
  const { t } = useTexts();
  const effects = effectsOf(usePlayerStore().scene, seq);
  return (
    <section className={css.section}>
      <h3>{t('replay.inside')}</h3>
      {effects.length === 0 && <p className={css.quiet}>{t('replay.noEffect')}</p>}
      {effects.map((effect) => (
        <EffectCard key={effect.seq} effect={effect} />
      ))}
    </section>
  );
}

/** What the scorecard makes of it. */
function Scored({ seq }: { seq: number }) {
  const { t, say } = useTexts();
  const evidence = evidenceFor(usePlayerStore().scene, seq);
  if (evidence.length === 0) return null;
  return (
    <section className={css.section}>
      <h3>{t('replay.scored')}</h3>
      <ul className={css.scored}>
        {evidence.map(({ start, effect, words, note }) => (
          <li key={`${effect} ${start} ${note.en}`} className={effect === 'earned' ? css.earned : css.lost}>
            <span>
              <span aria-hidden="true">{effect === 'earned' ? '+' : '−'}</span>
              <span className="visually-hidden">{t(`report.${effect}`)}</span>
            </span>
            <span>
              {words !== undefined && <q>{words}</q>} {say(note)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
