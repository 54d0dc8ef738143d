import type { Desk } from '@kefu/shared/protocol/rest';
import { useCustomerName } from '../../../customer-name';
import { useTexts } from '../../../i18n';
import { Tag } from '../../../ui/tag';
import type { DeskState } from '../live/desk-state';
import { TicketClock } from '../ticket-clock';
import { Card, Facts } from './card';
import css from './tabs.module.css';

export function CustomerTab({ desk, live }: { desk: Desk; live: DeskState }) {
  const { t, say } = useTexts();
  const persona = useCustomerName()(desk.rehearsal);
  const { customer, shop, order } = desk;
  return (
    <>
      <Card title={customer.name} extra={<Tag kind="accent">{t(`group.${customer.group}`)}</Tag>}>
        <Facts
          facts={[
            [t('side.persona'), persona],
            [t('side.order'), order ? order.id : t('side.noOrder')],
            [t('side.shop'), say(shop.name)],
            [t('brief.style'), t(shop.style === 'lively' ? 'brief.lively' : 'brief.formal')],
          ]}
        />
      </Card>
      {desk.ticket && (
        <Card title={t('ticket.complaint')} extra={<TicketClock desk={desk} live={live} />}>
          <Facts
            facts={[
              [t('ticket.number'), desk.ticket.id],
              [t('ticket.opened'), desk.ticket.opened.replace('T', ' ')],
            ]}
          />
        </Card>
      )}
      <Card title={t('side.brief')}>
        <p className={css.text}>{say(desk.brief)}</p>
      </Card>
    </>
  );
}
