import { useTexts } from '../../i18n';
import { Dialog } from '../../ui/dialog';
import { Keycap } from '../../ui/keycap';
import { type DeskPreference, toggle, usePreference } from './live/desk-preferences';
import css from './shortcut-sheet.module.css';

type Row = readonly [keys: readonly string[], what: string];

/** Every key of the desk, and what can be switched on and off. */
export function ShortcutSheet({ practice, onClose }: { practice: boolean; onClose: () => void }) {
  const { t } = useTexts();
  const writing: readonly Row[] = [
    [['Enter'], t('keys.send')],
    [['Shift', 'Enter'], t('keys.newline')],
    [['/'], t('keys.templates')],
    [['Tab'], t('keys.nextSlot')],
    ...(practice ? [[['Alt', 'H'], t('keys.hint')] as const] : []),
  ];
  const moving: readonly Row[] = [
    [['Alt', 'C'], t('keys.write')],
    [['Alt', 'T'], t('keys.read')],
    [['Alt', '1–5'], t('keys.tabs')],
    [['Alt', 'K'], t('keys.searchKnowledge')],
    [['Alt', 'M'], t('keys.sound')],
    [['Esc'], t('keys.dismiss')],
    [['?', 'Alt', '/'], t('keys.sheet')],
  ];
  return (
    <Dialog title={t('keys.title')} onClose={onClose}>
      <div className={css.body}>
        <Keys title={t('keys.writing')} rows={writing} />
        <Keys title={t('keys.moving')} rows={moving} />
        <section>
          <h3>{t('keys.settings')}</h3>
          <Switch name="sound" label={t('desk.sound')} hint={t('desk.soundHint')} />
          {practice && <Switch name="remarks" label={t('desk.remarks')} hint={t('desk.remarksHint')} />}
          <Switch name="questionMark" label={t('keys.questionMark')} hint={t('keys.questionMarkHint')} />
        </section>
      </div>
    </Dialog>
  );
}

function Keys({ title, rows }: { title: string; rows: readonly Row[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl className={css.keys}>
        {rows.map(([keys, what]) => (
          <div key={keys.join()}>
            <dt>
              {keys.map((key) => (
                <Keycap key={key}>{key}</Keycap>
              ))}
              <span className="visually-hidden">{keys.join(' + ')}</span>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Switch({ name, label, hint }: { name: DeskPreference; label: string; hint: string }) {
  const on = usePreference(name);
  return (
    <label className={css.switch}>
      <input type="checkbox" checked={on} onChange={() => toggle(name)} />
      <span>
        <strong>{label}</strong>
        <small>{hint}</small>
      </span>
    </label>
  );
}
