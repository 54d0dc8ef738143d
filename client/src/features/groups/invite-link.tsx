import type { Group } from '@kefu/shared/protocol/groups';
import { useState } from 'react';
import { useTexts } from '../../i18n';
import { Button } from '../../ui/button';
import { momentText } from '../../ui/time';
import css from './invite-link.module.css';

type Props = { invite: Group['invite']; busy: boolean; onRenew: () => void; onClose: () => void };

/** The link that is handed to a class, until when it works, and what can be done about it. */
export function InviteLink({ invite, busy, onRenew, onClose }: Props) {
  const { t, language } = useTexts();
  const [copied, setCopied] = useState(false);
  if (!invite) {
    return (
      <div className={css.closed}>
        <span>{t('groups.inviteClosed')}</span>
        <Button size="small" disabled={busy} onClick={onRenew}>
          {t('groups.inviteOpen')}
        </Button>
      </div>
    );
  }
  const link = `${window.location.origin}/join/${invite.token}`;
  // Without HTTPS browsers give no clipboard: the field can still be marked and copied by hand.
  const copy = () => {
    void navigator.clipboard?.writeText(link).then(() => setCopied(true));
  };
  return (
    <div className={css.open}>
      <div className={css.row}>
        <input
          className={css.link}
          readOnly
          value={link}
          aria-label={t('groups.invite')}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button size="small" look="primary" onClick={copy}>
          {t(copied ? 'groups.copied' : 'groups.copy')}
        </Button>
      </div>
      <div className={css.row}>
        <span className={css.until}>
          {t('groups.inviteUntil', { until: momentText(invite.expiresAt, language) })}
        </span>
        <Button size="small" look="quiet" disabled={busy} onClick={onRenew}>
          {t('groups.inviteRenew')}
        </Button>
        <Button size="small" look="quiet" disabled={busy} onClick={onClose}>
          {t('groups.inviteClose')}
        </Button>
      </div>
      <span className="visually-hidden" role="status">
        {copied ? t('groups.copied') : ''}
      </span>
    </div>
  );
}
