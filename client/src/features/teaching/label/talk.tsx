import type { DoubtfulReply } from '@kefu/shared/protocol/teaching';
import { useTexts } from '../../../i18n';
import { Tag } from '../../../ui/tag';
import { piecesOf } from './pieces';
import css from './talk.module.css';

type Props = { reply: DoubtfulReply; words: readonly string[] };

/** What the customer had said and what was replied, with the words that decided. */
export function Talk({ reply: { text, context, times, doubt }, words }: Props) {
  const { t } = useTexts();
  return (
    <div className={css.talk}>
      <div className={css.theirs}>
        <span className={css.who}>{t('teaching.customer')}</span>
        <p lang="zh-CN">{context === '' ? t('teaching.silence') : context}</p>
      </div>
      <div className={css.own}>
        <span className={css.who}>{t('teaching.agent')}</span>
        <p lang="zh-CN">
          {piecesOf(text, words).map((piece) =>
            piece.marked ? <mark key={piece.from}>{piece.text}</mark> : piece.text,
          )}
        </p>
      </div>
      <p className={css.tags}>
        <Tag kind="warn">{t('teaching.doubt', { percent: Math.round(doubt * 100) })}</Tag>
        {times > 1 && <Tag>{t('teaching.times', { count: times })}</Tag>}
      </p>
    </div>
  );
}
