import type { Account } from '@kefu/shared/protocol/rest';
import { useTexts } from '../../i18n';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';

type Props = { account: Account; busy: boolean; onClose: () => void; onDisable: () => void };

/** Asks once more before somebody is shut out in the middle of their work. */
export function DisableDialog({ account, busy, onClose, onDisable }: Props) {
  const { t } = useTexts();
  return (
    <Dialog
      title={t('users.disableSure', { name: account.name })}
      onClose={onClose}
      footer={
        <>
          <Button data-first onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button look="danger" busy={busy} onClick={onDisable}>
            {t('users.disable')}
          </Button>
        </>
      }
    >
      <p>{t('users.disableHint')}</p>
    </Dialog>
  );
}
