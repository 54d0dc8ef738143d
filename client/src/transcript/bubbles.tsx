import type { MessageEntry } from '@kefu/shared/rehearsal/entry';
import type { ViewEntry } from '@kefu/shared/rehearsal/view';
import { useTexts } from '../i18n';
import { Avatar } from '../ui/avatar';
import { classes } from '../ui/classes';
import { Icon } from '../ui/icon';
import { PhotoCard } from '../ui/photo-card';
import css from './bubbles.module.css';

type CustomerProps = {
  name: string;
  persona: string;
  content: MessageEntry['content'];
  time: string;
  /** The first of a burst shows who writes and when. */
  first: boolean;
};

export function CustomerBubble({ name, persona, content, time, first }: CustomerProps) {
  return (
    <li className={classes(css.message, css.theirs, !first && css.follows)}>
      <span className={css.face}>{first && <Avatar persona={persona} />}</span>
      <div className={css.column}>
        {first && (
          <p className={css.meta}>
            {name} <time>{time}</time>
          </p>
        )}
        {'text' in content ? (
          <p className={css.bubble}>{content.text}</p>
        ) : (
          <PhotoCard description={content.photo} />
        )}
      </div>
    </li>
  );
}

type OwnProps = { text: string; time: string; wait: { ms: number; late: boolean } | undefined };

export function OwnBubble({ text, time, wait }: OwnProps) {
  const { t } = useTexts();
  return (
    <li className={classes(css.message, css.own)}>
      <div className={css.column}>
        <p className={css.bubble}>{text}</p>
        <p className={css.meta}>
          {wait && (
            <span className={wait.late ? css.late : undefined}>
              {t(wait.late ? 'desk.tookOver' : 'desk.took', { s: Math.round(wait.ms / 1000) })}
            </span>
          )}
          <time>{time}</time>
          <Icon name="check" size={14} />
          <span className="visually-hidden">{t('desk.sent')}</span>
        </p>
      </div>
    </li>
  );
}

/** What the agent has done, in the flow of the talk. */
export function ActionLine({ entry, time }: { entry: ViewEntry & { kind: 'action' }; time: string }) {
  const { t } = useTexts();
  const { outcome, action } = entry;
  return (
    <li className={classes(css.action, outcome.status === 'refused' && css.refused)}>
      <Icon name={outcome.status === 'refused' ? 'alert' : 'bolt'} size={14} />
      <span>
        {t(`action.${action.do}`)} · {outcome.text}
      </span>
      <time>{time}</time>
    </li>
  );
}

export function TypingSign({ persona, name }: { persona: string; name: string }) {
  const { t } = useTexts();
  return (
    <li className={classes(css.message, css.theirs)}>
      <span className={css.face}>
        <Avatar persona={persona} />
      </span>
      <div className={css.column}>
        <p className={classes(css.bubble, css.typing)} title={t('desk.customerTyping', { name })}>
          <i />
          <i />
          <i />
          <span className="visually-hidden">{t('desk.typing')}</span>
        </p>
      </div>
    </li>
  );
}
