import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTexts } from '../i18n';
import { Button } from './button';
import css from './dialog.module.css';

type Props = { title: string; onClose: () => void; children: ReactNode; footer?: ReactNode };

/** The browser's own modal dialog: it keeps the focus inside, gives it back at the end and closes on Escape. */
export function Dialog({ title, onClose, children, footer }: Props) {
  const { t } = useTexts();
  const id = useId();
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    // The browser would choose the cross that closes; what one has come for is better.
    dialog?.querySelector<HTMLElement>('[data-first], input:not([type=radio]), textarea')?.focus();
    return () => dialog?.close();
  }, []);
  return (
    <dialog ref={ref} className={css.dialog} aria-labelledby={id} onCancel={onClose} closedby="any">
      <header className={css.header}>
        <h2 id={id}>{title}</h2>
        <Button look="quiet" size="small" icon="close" aria-label={t('common.close')} onClick={onClose} />
      </header>
      <div className={css.body}>{children}</div>
      {footer && <footer className={css.footer}>{footer}</footer>}
    </dialog>
  );
}
