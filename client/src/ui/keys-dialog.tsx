import type { ReactNode } from 'react';
import { useTexts } from '../i18n';
import { Dialog } from './dialog';
import { Keycap } from './keycap';
import css from './keys-dialog.module.css';

type Props = {
  rows: readonly { keys: ReactNode; text: string }[];
  on: boolean;
  onTurn: (on: boolean) => void;
  onClose: () => void;
};

/** The keys, and a way to turn them off: single letters get in the way of those who speak to their computer. */
export function KeysDialog({ rows, on, onTurn, onClose }: Props) {
  const { t } = useTexts();
  return (
    <Dialog title={t('keys.title')} onClose={onClose}>
      <dl className={css.keys}>
        {rows.map(({ keys, text }) => (
          <div key={text} className={css.row}>
            <dt>{typeof keys === 'string' ? <Keycap>{keys}</Keycap> : keys}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <label className={css.switch}>
        <input type="checkbox" checked={on} onChange={(event) => onTurn(event.target.checked)} />
        <span>
          {t('keys.on')}
          <small>{t('keys.onHint')}</small>
        </span>
      </label>
    </Dialog>
  );
}
