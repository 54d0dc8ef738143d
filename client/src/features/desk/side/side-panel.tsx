import type { Desk } from '@kefu/shared/protocol/rest';
import type { Action } from '@kefu/shared/script/action';
import { type RefObject, useMemo } from 'react';
import { useTexts } from '../../../i18n';
import { Button } from '../../../ui/button';
import { classes } from '../../../ui/classes';
import { Tabs } from '../../../ui/tabs';
import type { DeskState } from '../live/desk-state';
import type { DeskStore } from '../live/desk-store';
import { lookedUp } from '../live/panels';
import { ticketOf } from '../live/ticket';
import { Actions } from './actions';
import { CustomerTab } from './customer-tab';
import { KnowledgeTab } from './knowledge-tab';
import { OrderTab, ParcelTab } from './order-tab';
import css from './side-panel.module.css';
import { TicketTab } from './ticket-tab';

export const SIDE_TABS = ['customer', 'order', 'parcel', 'knowledge', 'ticket'] as const;
export type SideTab = (typeof SIDE_TABS)[number];

type Props = {
  desk: Desk;
  live: DeskState;
  store: DeskStore;
  tab: SideTab;
  search: RefObject<HTMLInputElement | null>;
  onTab: (tab: SideTab) => void;
  onInsert: (text: string) => void;
  onClose: () => void;
};

/** What can be looked up about this case, and what can be done. */
export function SidePanel({ desk, live, store, tab, search, onTab, onInsert, onClose }: Props) {
  const { t } = useTexts();
  const found = useMemo(() => lookedUp(live.entries), [live.entries]);
  const ticket = useMemo(() => ticketOf(live.entries), [live.entries]);
  const act = (action: Action) => void store.act(action);
  const disabled = live.over;
  const latest = live.entries.findLast((entry) => entry.kind === 'action' && entry.action.do === 'ticket');
  const refused =
    latest?.kind === 'action' && latest.outcome.status === 'refused' ? latest.outcome : undefined;
  return (
    <aside className={css.panel} aria-label={t('side.label')}>
      <h2 className="visually-hidden">{t('side.label')}</h2>
      <div className={css.bar}>
        <Button look="quiet" size="small" icon="back" onClick={onClose}>
          {t('desk.toChat')}
        </Button>
      </div>
      <Tabs
        label={t('side.label')}
        tabs={SIDE_TABS.map((key, index) => ({ key, title: t(`side.${key}`), hint: `Alt + ${index + 1}` }))}
        current={tab}
        onChange={onTab}
      >
        <div className={css.content}>
          {tab === 'customer' && <CustomerTab desk={desk} live={live} />}
          {tab === 'order' && <OrderTab desk={desk} order={found.order} disabled={disabled} onAct={act} />}
          {tab === 'parcel' && (
            <ParcelTab desk={desk} parcel={found.parcel} disabled={disabled} onAct={act} />
          )}
          {/* Stays as it was searched while another tab is looked at. */}
          <div hidden={tab !== 'knowledge'} className={classes(css.content, css.kept)}>
            <KnowledgeTab
              ref={search}
              desk={desk}
              found={found}
              disabled={disabled}
              onAct={act}
              onInsert={onInsert}
            />
          </div>
          {tab === 'ticket' && (
            <TicketTab ticket={ticket} refused={refused} disabled={disabled} onAct={act} />
          )}
        </div>
      </Tabs>
      {!live.over && <Actions desk={desk} live={live} store={store} />}
    </aside>
  );
}
