import type { Desk } from '@kefu/shared/protocol/rest';
import type { Action } from '@kefu/shared/script/action';
import { useEffect, useMemo, useState } from 'react';
import { useTexts } from '../../../i18n';
import { Button } from '../../../ui/button';
import { Tabs } from '../../../ui/tabs';
import type { DeskState } from '../live/desk-state';
import type { DeskStore } from '../live/desk-store';
import { lookedUp } from '../live/panels';
import { Actions } from './actions';
import { CustomerTab } from './customer-tab';
import { OrderTab, ParcelTab } from './order-tab';
import { PolicyTab, ProductTab } from './shop-tabs';
import css from './side-panel.module.css';

const TABS = ['customer', 'order', 'parcel', 'product', 'policy'] as const;
type Tab = (typeof TABS)[number];

type Props = { desk: Desk; live: DeskState; store: DeskStore; onClose: () => void };

/** What can be looked up about this case, and what can be done. */
export function SidePanel({ desk, live, store, onClose }: Props) {
  const { t } = useTexts();
  const [tab, setTab] = useState<Tab>('customer');
  const found = useMemo(() => lookedUp(live.entries), [live.entries]);
  useTabKeys(setTab);
  const act = (action: Action) => void store.act(action);
  const disabled = live.over;
  return (
    <aside className={css.panel} aria-label={t('side.label')}>
      <div className={css.bar}>
        <Button look="quiet" size="small" icon="back" onClick={onClose}>
          {t('desk.toChat')}
        </Button>
      </div>
      <Tabs
        label={t('side.label')}
        tabs={TABS.map((key, index) => ({ key, title: t(`side.${key}`), hint: `Alt + ${index + 1}` }))}
        current={tab}
        onChange={setTab}
      >
        <div className={css.content}>
          {tab === 'customer' && <CustomerTab desk={desk} />}
          {tab === 'order' && <OrderTab desk={desk} order={found.order} disabled={disabled} onAct={act} />}
          {tab === 'parcel' && (
            <ParcelTab desk={desk} parcel={found.parcel} disabled={disabled} onAct={act} />
          )}
          {tab === 'product' && (
            <ProductTab desk={desk} found={found.products} disabled={disabled} onAct={act} />
          )}
          {tab === 'policy' && (
            <PolicyTab desk={desk} found={found.policies} disabled={disabled} onAct={act} />
          )}
        </div>
      </Tabs>
      {!live.over && <Actions desk={desk} live={live} store={store} />}
    </aside>
  );
}

/** Alt + 1 to 5 turn to a tab from anywhere on the desk. */
function useTabKeys(setTab: (tab: Tab) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const tab =
        event.altKey && !event.ctrlKey ? TABS[Number(event.code.replace('Digit', '')) - 1] : undefined;
      if (!tab) return;
      event.preventDefault();
      setTab(tab);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [setTab]);
}
