import type { Desk } from '@kefu/shared/protocol/rest';
import { useTexts } from '../i18n';
import { classes } from '../ui/classes';
import { Tag } from '../ui/tag';
import css from './bot-log.module.css';

type Props = { log: NonNullable<Desk['botLog']>; name: string };

/** What was said to the robot before the agent took over, quieter than the talk itself. */
export function BotLog({ log, name }: Props) {
  const { t } = useTexts();
  return log.map(({ who, at, text }) => (
    <li key={`${at} ${who} ${text}`} className={classes(css.line, who === 'bot' && css.bot)}>
      <p className={css.meta}>
        {who === 'bot' ? <Tag>{t('talk.bot')}</Tag> : name} <time dateTime={at}>{at.slice(11)}</time>
      </p>
      <p className={css.text} lang="zh-CN">
        {text}
      </p>
    </li>
  ));
}
