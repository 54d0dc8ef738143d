import type { Group } from '@kefu/shared/protocol/groups';
import { useRef, useState } from 'react';
import { useTexts } from '../../i18n';
import { Button } from '../../ui/button';
import { copyText } from '../../ui/copy-text';
import { momentText } from '../../ui/time';
import css from './invite-link.module.css';

type Props = { invite: Group['invite']; busy: boolean; onRenew: () => void; onClose: () => void };

/** The link that is handed to a class, until when it works, and what can be done about it. */
export function InviteLink({ invite, busy, onRenew, onClose }: Props) {
  const { t, language } = useTexts();
  const [copied, setCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);
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
  const copy = async () => {
    if (await copyText(link)) setCopied(true);
    // It can still be copied by hand.
    else field.current?.select();
  };
  return (
    <div className={css.open}>
      <div className={css.row}>
        <input
          ref={field}
          className={css.link}
          readOnly
          value={link}
          aria-label={t('groups.invite')}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button size="small" look="primary" onClick={() => void copy()}>
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
