import { useTexts } from '../../../i18n';
import { Dialog } from '../../../ui/dialog';
import { Keycap } from '../../../ui/keycap';
import css from './keys-dialog.module.css';

const GETTING_ON = [
  ['Enter', 'teaching.save'],
  ['S', 'teaching.skip'],
  ['U', 'teaching.undo'],
  ['?', 'teaching.keys'],
] as const;

type Props = { on: boolean; onTurn: (on: boolean) => void; onClose: () => void };

/** The keys, and a way to turn them off: single letters get in the way of those who speak to their computer. */
export function KeysDialog({ on, onTurn, onClose }: Props) {
  const { t } = useTexts();
  return (
    <Dialog title={t('teaching.keysTitle')} onClose={onClose}>
      <dl className={css.keys}>
        <dt>
          <Keycap>A</Keycap> – <Keycap>Z</Keycap>
        </dt>
        <dd>
          {t('teaching.good')}：{t('teaching.keysToggle')}
        </dd>
        <dt>
          <Keycap>0</Keycap> – <Keycap>9</Keycap>
        </dt>
        <dd>
          {t('teaching.bad')}：{t('teaching.keysToggle')}
        </dd>
        {GETTING_ON.map(([key, text]) => (
          <div key={key} className={css.row}>
            <dt>
              <Keycap>{key}</Keycap>
            </dt>
            <dd>{t(text)}</dd>
          </div>
        ))}
      </dl>
      <label className={css.switch}>
        <input type="checkbox" checked={on} onChange={(event) => onTurn(event.target.checked)} />
        <span>
          {t('teaching.keysOn')}
          <small>{t('teaching.keysOnHint')}</small>
        </span>
      </label>
    </Dialog>
  );
}
