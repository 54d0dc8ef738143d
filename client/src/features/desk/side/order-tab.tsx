import type { Desk } from '@kefu/shared/protocol/rest';
import type { Action } from '@kefu/shared/script/action';
import type { ReactNode } from 'react';
import { useTexts } from '../../../i18n';
import { Button } from '../../../ui/button';
import { Tag } from '../../../ui/tag';
import type { LookedUp } from '../live/panels';
import { Card, Facts } from './card';
import css from './tabs.module.css';

type Props = { desk: Desk; disabled: boolean; onAct: (action: Action) => void };

export function OrderTab({ desk, order, disabled, onAct }: Props & { order: LookedUp['order'] }) {
  const { t } = useTexts();
  const look = (
    <Button
      look={order ? 'plain' : 'primary'}
      icon={order ? 'retry' : 'search'}
      size={order ? 'small' : 'medium'}
      disabled={disabled}
      onClick={() => onAct({ do: 'look-up-order', with: {} })}
    >
      {t('side.lookUpOrder')}
    </Button>
  );
  if (!order) return <Closed desk={desk} button={look} />;
  const names = new Map(desk.products.map(({ id, name }) => [id, name]));
  const time = (at: string | undefined) => at?.replace('T', ' ');
  return (
    <>
      <Card title={order.id} extra={<Tag kind="accent">{t(`side.orderStatus.${order.status}`)}</Tag>}>
        <ul className={css.items}>
          {order.items.map(({ product, spec, count, price }) => (
            <li key={`${product} ${spec}`}>
              <span>{names.get(product) ?? product}</span>
              <span className={css.money}>
                ¥{price.toFixed(2)} × {count}
              </span>
              <small>{spec}</small>
            </li>
          ))}
        </ul>
        <p className={css.total}>
          <span>{t(order.status === 'unpaid' ? 'side.toPay' : 'side.total')}</span>
          <span className={css.money}>¥{order.total.toFixed(2)}</span>
        </p>
      </Card>
      <Card>
        <Facts
          facts={[
            [t('side.placed'), time(order.placedAt)],
            [t('side.paid'), time(order.paidAt)],
            [t('side.receiver'), order.receiver],
            [t('side.phone'), order.phone],
            [t('side.address'), order.address],
            [t('side.remark'), order.remark],
          ]}
        />
      </Card>
      <div>{look}</div>
    </>
  );
}

export function ParcelTab({ desk, parcel, disabled, onAct }: Props & { parcel: LookedUp['parcel'] }) {
  const { t } = useTexts();
  const look = (
    <Button
      look={parcel ? 'plain' : 'primary'}
      icon={parcel ? 'retry' : 'search'}
      size={parcel ? 'small' : 'medium'}
      disabled={disabled}
      onClick={() => onAct({ do: 'look-up-parcel', with: {} })}
    >
      {t('side.lookUpParcel')}
    </Button>
  );
  if (!parcel) return <Closed desk={desk} button={look} />;
  return (
    <>
      <Card title={parcel.carrier} extra={<span className={css.hint}>{parcel.number}</span>}>
        <ol className={css.track}>
          {parcel.events
            .toSorted((a, b) => b.at.localeCompare(a.at))
            .map(({ at, text }) => (
              <li key={`${at} ${text}`}>
                {text}
                <time>{at.replace('T', ' ')}</time>
              </li>
            ))}
        </ol>
      </Card>
      <div>{look}</div>
    </>
  );
}

/** Nothing is open yet: an agent looks things up, they do not lie about. */
function Closed({ desk, button }: { desk: Desk; button: ReactNode }) {
  const { t } = useTexts();
  return (
    <Card>
      <p className={css.text}>
        {desk.order ? t('side.orderHint', { id: desk.order.id }) : t('side.noOrder')}
      </p>
      <div>{button}</div>
    </Card>
  );
}
