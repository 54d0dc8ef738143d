import type { Desk } from '@kefu/shared/protocol/rest';
import { useCustomerName } from '../../customer-name';
import { useTexts } from '../../i18n';
import { Avatar } from '../../ui/avatar';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { LinkButton } from '../../ui/link-button';
import { platformName } from '../../ui/platform';
import { Tag } from '../../ui/tag';
import { usePageTitle } from '../../ui/use-page-title';
import css from './brief.module.css';

/** What an agent learns before the shift (R79). Nothing runs yet; it can be read in peace. */
export function Brief({ desk, onBegin }: { desk: Desk; onBegin: () => void }) {
  const { t, say } = useTexts();
  const persona = useCustomerName()(desk.rehearsal);
  usePageTitle(say(desk.rehearsal.title));
  const { rehearsal, shop, customer, order, policies, promotions, products } = desk;
  const seconds = (limit: number) => limit * rehearsal.pace;
  return (
    <div className={css.page}>
      <header className={css.header}>
        <p className={css.kicker}>{t('brief.title')}</p>
        <h1>{say(rehearsal.title)}</h1>
        <div className={css.tags}>
          <Tag kind="accent">{t(`mode.${rehearsal.mode}`)}</Tag>
          <Tag>{t(`pace.${rehearsal.pace}`)}</Tag>
        </div>
      </header>
      <section className={css.situation}>
        <h2>{t('brief.situation')}</h2>
        <p>{say(desk.brief)}</p>
      </section>
      <div className={css.columns}>
        <section className={css.card}>
          <h2>{t('brief.shop')}</h2>
          <dl className={css.facts}>
            <dt>{t('brief.shop')}</dt>
            <dd>{say(shop.name)}</dd>
            <dt>{t('brief.category')}</dt>
            <dd>{say(shop.category)}</dd>
            <dt>{t('brief.platform')}</dt>
            <dd>{platformName(t, desk.platform)}</dd>
            <dt>{t('brief.style')}</dt>
            <dd>{t(shop.style === 'lively' ? 'brief.lively' : 'brief.formal')}</dd>
            <dt>{t('brief.now')}</dt>
            <dd>{desk.now.replace('T', ' ')}</dd>
          </dl>
        </section>
        <section className={css.card}>
          <h2>{t('brief.customer')}</h2>
          <p className={css.customer}>
            <Avatar persona={rehearsal.persona} size={44} />
            <span>
              <strong>{customer.name}</strong>
              <span>
                {persona} · {t(`group.${customer.group}`)}
              </span>
            </span>
          </p>
          <p className={css.note}>
            {t(desk.opens === 'customer' ? 'brief.opensCustomer' : 'talk.opensAgent')}
          </p>
          {order && (
            <p className={css.note}>
              {t('brief.order')} {order.id} <Tag>{t(`side.orderStatus.${order.status}`)}</Tag>
            </p>
          )}
        </section>
        {promotions.length > 0 && (
          <section className={css.card}>
            <h2>{t('brief.promotions')}</h2>
            <dl className={css.promotions}>
              {promotions.map(({ id, title, text }) => (
                <div key={id}>
                  <dt lang="zh-CN">{title}</dt>
                  <dd lang="zh-CN">{text}</dd>
                </div>
              ))}
            </dl>
          </section>
        )}
        <section className={css.card}>
          <h2>{t('brief.policies')}</h2>
          <ul className={css.list}>
            {policies.map(({ id, title, version, date }) => (
              <li key={id}>
                <span lang="zh-CN">{title}</span>{' '}
                <small className={css.price}>{t('side.version', { version, date })}</small>
              </li>
            ))}
          </ul>
          <p className={css.hint}>{t('brief.policiesHint')}</p>
        </section>
        {products.length > 0 && (
          <section className={css.card}>
            <h2>{t('brief.products')}</h2>
            <ul className={css.list}>
              {products.map(({ id, name, price, status }) => (
                <li key={id}>
                  <span lang="zh-CN">{name}</span> <span className={css.price}>¥{price.toFixed(2)}</span>{' '}
                  {status !== 'on-sale' && (
                    <Tag kind={status === 'new' ? 'accent' : 'warn'}>{t(`side.productStatus.${status}`)}</Tag>
                  )}
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <footer className={css.footer}>
        <p className={css.clock}>
          <Icon name="clock" />
          {rehearsal.pace === 0
            ? t('brief.untimed')
            : t('brief.clock', { first: seconds(desk.limits.first), each: seconds(desk.limits.each) })}
          {rehearsal.mode === 'exam' && <span> · {t('brief.exam')}</span>}
        </p>
        <LinkButton to="/library" look="quiet">
          {t('common.back')}
        </LinkButton>
        <Button ref={focusInPlace} look="primary" size="large" onClick={onBegin}>
          {t('brief.go')}
        </Button>
      </footer>
    </div>
  );
}

/** The way on is one key away, but the page stays at its top: the brief is there to be read first. */
const focusInPlace = (button: HTMLButtonElement | null): void => button?.focus({ preventScroll: true });
