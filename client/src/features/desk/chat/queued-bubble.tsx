import { useTexts } from '../../../i18n';
import { useFailureText } from '../../../net/failure';
import css from '../../../transcript/bubbles.module.css';
import { Button } from '../../../ui/button';
import { classes } from '../../../ui/classes';
import { Icon } from '../../../ui/icon';
import type { Item } from '../live/outbox';

type QueuedProps = { item: Item; online: boolean; onRetry: () => void; onDiscard: () => void };

/** An own message that the log does not show yet. */
export function QueuedBubble({ item, online, onRetry, onDiscard }: QueuedProps) {
  const { t } = useTexts();
  const failureText = useFailureText();
  if (item.content.kind !== 'reply') return null;
  const { status } = item;
  return (
    <li className={classes(css.message, css.own, status.state === 'failed' ? css.failed : css.pending)}>
      <div className={css.column}>
        <p className={css.bubble}>{item.content.text}</p>
        {status.state === 'failed' ? (
          <p className={css.meta} role="alert">
            <Icon name="alert" size={14} /> {t('desk.failed')}: {failureText(status.code)}
            <Button look="quiet" size="small" onClick={onRetry}>
              {t('desk.resend')}
            </Button>
            <Button look="quiet" size="small" onClick={onDiscard}>
              {t('desk.discard')}
            </Button>
          </p>
        ) : (
          <p className={css.meta}>
            <Icon name="clock" size={14} /> {t(online ? 'desk.sending' : 'desk.queued')}
          </p>
        )}
      </div>
    </li>
  );
}
