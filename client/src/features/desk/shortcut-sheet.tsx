import { useState } from 'react';
import { useTexts } from '../../i18n';
import { Dialog } from '../../ui/dialog';
import { Keycap } from '../../ui/keycap';
import { keysAreOn, turnKeys } from '../../ui/keys-preference';
import { type DeskPreference, toggle, usePreference } from './live/desk-preferences';
import css from './shortcut-sheet.module.css';

type Row = readonly [keys: readonly string[], what: string];

/** Every key of the desk, and what can be switched on and off. */
export function ShortcutSheet({ practice, onClose }: { practice: boolean; onClose: () => void }) {
  const { t } = useTexts();
  const [single, setSingle] = useState(keysAreOn);
  const writing: readonly Row[] = [
    [['Enter'], t('deskKeys.send')],
    [['Shift', 'Enter'], t('deskKeys.newline')],
    [['/'], t('deskKeys.templates')],
    [['Tab'], t('deskKeys.nextSlot')],
    ...(practice ? [[['Alt', 'H'], t('deskKeys.hint')] as const] : []),
  ];
  const moving: readonly Row[] = [
    [['Alt', 'C'], t('deskKeys.write')],
    [['Alt', 'T'], t('deskKeys.read')],
    [['Alt', '1–5'], t('deskKeys.tabs')],
    [['Alt', 'K'], t('deskKeys.searchKnowledge')],
    [['Alt', 'M'], t('deskKeys.sound')],
    [['Esc'], t('deskKeys.dismiss')],
    [['?', 'Alt', '/'], t('deskKeys.sheet')],
  ];
  return (
    <Dialog title={t('deskKeys.title')} onClose={onClose}>
      <div className={css.body}>
        <Keys title={t('deskKeys.writing')} rows={writing} />
        <Keys title={t('deskKeys.moving')} rows={moving} />
        <section>
          <h3>{t('deskKeys.settings')}</h3>
          <Switch name="sound" label={t('desk.sound')} hint={t('desk.soundHint')} />
          {practice && <Switch name="remarks" label={t('desk.remarks')} hint={t('desk.remarksHint')} />}
          <label className={css.switch}>
            <input
              type="checkbox"
              checked={single}
              onChange={({ target }) => {
                turnKeys(target.checked);
                setSingle(target.checked);
              }}
            />
            <span>
              <strong>{t('keys.on')}</strong>
              <small>{t('keys.onHint')}</small>
            </span>
          </label>
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
