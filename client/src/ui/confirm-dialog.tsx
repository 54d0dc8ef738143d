import type { ReactNode } from 'react';
import { useTexts } from '../i18n';
import { Button } from './button';
import { Dialog } from './dialog';

type Props = {
  title: string;
  /** What the button says that does it. */
  action: string;
  look?: 'primary' | 'danger';
  busy: boolean;
  onClose: () => void;
  onConfirm: () => void;
  children: ReactNode;
};

/** Asks once more before something that is not easily undone. Enter cancels: the focus begins there. */
export function ConfirmDialog({ title, action, look = 'danger', busy, onClose, onConfirm, children }: Props) {
  const { t } = useTexts();
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button data-first onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button look={look} busy={busy} onClick={onConfirm}>
            {action}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
