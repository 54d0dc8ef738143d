import { type KeyboardEvent, useState } from 'react';
import { useTexts } from '../../i18n';
import { Button } from '../../ui/button';
import { classes } from '../../ui/classes';
import { Tabs } from '../../ui/tabs';
import { Contents } from './contents';
import { MomentPane } from './moment-pane';
import css from './side.module.css';

/** Beside the chat: what happened at this moment, and everything that happened. On a phone it is a sheet over the chat. */
export function Side({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTexts();
  const [tab, setTab] = useState<'now' | 'list'>('now');
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) onClose();
  };
  return (
    <aside
      className={classes(css.side, open && css.open)}
      aria-label={t('replay.side')}
      onKeyDown={closeOnEscape}
    >
      <Button
        look="quiet"
        size="small"
        icon="close"
        className={css.close}
        aria-label={t('common.close')}
        onClick={onClose}
      />
      <Tabs
        label={t('replay.side')}
        tabs={[
          { key: 'now', title: t('replay.now') },
          { key: 'list', title: t('replay.list') },
        ]}
        current={tab}
        onChange={setTab}
      >
        {tab === 'now' ? <MomentPane /> : <Contents />}
      </Tabs>
    </aside>
  );
}
