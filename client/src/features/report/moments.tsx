import type { Report } from '@kefu/shared/protocol/report';
import type { Entry } from '@kefu/shared/rehearsal/entry';
import type { Moment } from '@kefu/shared/scoring/debrief/schema';
import { ACTS } from '@kefu/shared/understanding/acts';
import { type Language, useTexts } from '../../i18n';
import type { Place } from '../../transcript/marks';
import { outcomeWords } from '../../transcript/outcome-text';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { Section } from '../../ui/section';
import { Tag } from '../../ui/tag';
import { minutesSeconds } from '../../ui/time';
import css from './moments.module.css';

type Props = { report: Report; onShow: (place: Place) => void };

/** The worst moments of the talk, and what a model transcript says there. */
export function Moments({ report, onShow }: Props) {
  const { t } = useTexts();
  const { worst } = report.debrief;
  return (
    <Section title={t('report.moments')} {...(worst.length > 0 && { hint: t('report.momentsHint') })}>
      {worst.length === 0 && (
        <p className={css.none}>
          {t(report.scorecard.passed ? 'report.momentsNone' : 'report.momentsNoneMissed')}
        </p>
      )}
      <ol className={css.list}>
        {worst.map((moment) => (
          <MomentCard key={moment.seq} moment={moment} report={report} onShow={onShow} />
        ))}
      </ol>
    </Section>
  );
}

function MomentCard({ moment, report, onShow }: Props & { moment: Moment }) {
  const { t, say, language } = useTexts();
  const { kind, seq, seqs, at, from, to, lost, causes, model } = moment;
  const name = say(report.exercise.moodName);
  const words = report.log
    .filter((entry) => seqs.includes(entry.seq))
    .map((entry) => ({ seq: entry.seq, text: wordsOf(entry, language) }));
  return (
    <li className={css.moment}>
      <p className={css.head}>
        <time>{minutesSeconds(at)}</time>
        {to !== from && (
          <Tag kind={to > from ? 'bad' : 'good'}>{t('report.moodMove', { name, from, to })}</Tag>
        )}
        {lost > 0 && <Tag kind="warn">{t('report.momentLost', { points: lost })}</Tag>}
        <Button look="quiet" size="small" className={css.jump} onClick={() => onShow({ seq })}>
          {t('report.showInTranscript')}
        </Button>
      </p>
      {causes.length > 0 && <p className={css.causes}>{causes.map(say).join(' · ')}</p>}
      <dl className={css.pair}>
        <div className={css.yours}>
          <dt>{t(YOURS[kind])}</dt>
          {words.map(({ seq, text }) => (
            <dd key={seq}>{text}</dd>
          ))}
        </div>
        {model && (
          <div className={css.model}>
            <dt>{t('report.model')}</dt>
            {model.actions.length > 0 && (
              <dd className={css.first}>
                <Icon name="bolt" size={14} />
                {t('report.modelFirst')} {model.actions.map((action) => t(`action.${action}`)).join(' · ')}
              </dd>
            )}
            {model.replies.map((reply) => (
              <dd key={reply} lang="zh-CN">
                {reply}
              </dd>
            ))}
            <dd className={css.leads}>
              <Icon name="check" size={14} />
              <span>
                {t('report.modelLeads')}: {model.achieves.map(say).join(' · ')} ·{' '}
                {t('report.moodMove', { name, from, to: model.level })}
              </span>
            </dd>
          </div>
        )}
      </dl>
      {!model && <WaysOut moment={moment} />}
    </li>
  );
}

const YOURS = {
  reply: 'report.momentReply',
  silence: 'report.momentSilence',
  close: 'report.momentClose',
} as const;

function wordsOf(entry: Entry, language: Language): string {
  switch (entry.kind) {
    case 'reply':
      return entry.text;
    case 'action':
      return outcomeWords(entry.outcome, language);
    case 'message':
      return 'text' in entry.content ? entry.content.text : entry.content.photo;
    case 'effect':
    case 'ended':
      return '';
  }
}

/** Where no model reply fits: what the customer waited for, and what gives it. */
function WaysOut({ moment }: { moment: Moment }) {
  const { t, say } = useTexts();
  return (
    <div className={css.ways}>
      <p>{t('report.noModel')}</p>
      <ul>
        {moment.wanted.map(({ title, acts, says, does }) => (
          <li key={title.en}>
            <strong>{say(title)}</strong>
            {acts.length > 0 &&
              ` · ${t('report.wantActs')}: ${acts.map((act) => say(ACTS[act])).join(' / ')}`}
            {says.length > 0 && ` · ${t('report.wantSays')}: ${says.join(' / ')}`}
            {does.length > 0 &&
              ` · ${t('report.wantDoes')}: ${does.map((action) => t(`action.${action}`)).join(' / ')}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
