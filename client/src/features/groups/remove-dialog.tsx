import type { Group } from '@kefu/shared/protocol/groups';
import { useTexts } from '../../i18n';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';

type Props = { group: Group; busy: boolean; onClose: () => void; onRemove: () => void };

/** Asks once more before a group is gone. */
export function RemoveDialog({ group, busy, onClose, onRemove }: Props) {
  const { t } = useTexts();
  return (
    <Dialog
      title={t('groups.removeSure', { name: group.name })}
      onClose={onClose}
      footer={
        <>
          <Button data-first onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button look="danger" busy={busy} onClick={onRemove}>
            {t('groups.remove')}
          </Button>
        </>
      }
    >
      <p>{t('groups.removeHint')}</p>
    </Dialog>
  );
}
