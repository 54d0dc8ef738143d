import { useState } from 'react';
import { useTexts } from '../../i18n';
import { Button } from '../../ui/button';
import { copyText } from '../../ui/copy-text';
import { Dialog } from '../../ui/dialog';
import css from './controls.module.css';
import { usePlayerStore } from './use-player';

/** Copies the address of this moment. Without a secure connection browsers do not allow that: then it is shown. */
export function CopyLink() {
  const { t } = useTexts();
  const { snapshot } = usePlayerStore();
  const [copied, setCopied] = useState<number | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const copy = async () => {
    const at = Math.round(snapshot().at);
    const link = `${location.origin}${location.pathname}?at=${at}`;
    if (await copyText(link)) setCopied(at);
    else setShown(link);
  };
  return (
    <>
      <Button
        look="quiet"
        size="small"
        icon={copied === null ? 'link' : 'check'}
        className={css.link}
        aria-label={t(copied === null ? 'replay.link' : 'replay.linkCopied')}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => void copy()}
        onBlur={() => setCopied(null)}
        onPointerLeave={() => setCopied(null)}
      >
        <span className={css.long}>{t(copied === null ? 'replay.link' : 'replay.linkCopied')}</span>
      </Button>
      <span className="visually-hidden" role="status">
        {copied !== null && t('replay.linkCopied')}
      </span>
      {shown !== null && (
        <Dialog title={t('replay.link')} onClose={() => setShown(null)}>
          <p>{t('replay.linkHint')}</p>
          <input
            className={css.address}
            readOnly
            value={shown}
            aria-label={t('replay.link')}
            onFocus={(event) => event.target.select()}
          />
        </Dialog>
      )}
    </>
  );
}
