import type { Desk } from '@kefu/shared/protocol/rest';
import type { Action } from '@kefu/shared/script/action';
import { useTexts } from '../../../i18n';
import { Button } from '../../../ui/button';
import { Tag } from '../../../ui/tag';
import type { LookedUp } from '../live/panels';
import { Card, Facts } from './card';
import css from './tabs.module.css';

const FIELDS = [
  'function',
  'material',
  'specification',
  'suitableFor',
  'usage',
  'caution',
  'comparison',
] as const;

type Props = { desk: Desk; disabled: boolean; onAct: (action: Action) => void };

export function ProductTab({ desk, found, disabled, onAct }: Props & { found: LookedUp['products'] }) {
  const { t } = useTexts();
  if (desk.products.length === 0) return <p className={css.hint}>{t('side.noProducts')}</p>;
  return desk.products.map((listed) => {
    const product = found.get(listed.id);
    return (
      <Card
        key={listed.id}
        title={listed.name}
        extra={
          product ? (
            <Tag kind="good">{t('side.opened')}</Tag>
          ) : (
            <Button
              size="small"
              disabled={disabled}
              aria-label={`${t('side.lookUp')} ${listed.name}`}
              onClick={() => onAct({ do: 'look-up-product', with: { product: listed.id } })}
            >
              {t('side.lookUp')}
            </Button>
          )
        }
      >
        <p className={css.row}>
          <span className={css.money}>¥{listed.price.toFixed(2)}</span>
          <span className={css.hint}>
            {listed.id} · {t(`side.productStatus.${listed.status}`)}
          </span>
        </p>
        {product && (
          <>
            <Facts
              facts={[
                ...FIELDS.map((field) => [t(`side.fields.${field}`), product.fields[field]] as const),
                ...product.proofs.map(
                  ({ title, detail }) => [t('side.proofs'), `${title}:${detail}`] as const,
                ),
              ]}
            />
            <p className={css.stock}>
              {Object.entries(product.stock).map(([spec, count]) => (
                <Tag key={spec} kind={count === 0 ? 'warn' : 'plain'}>
                  {spec} {count}
                </Tag>
              ))}
            </p>
          </>
        )}
      </Card>
    );
  });
}

export function PolicyTab({ desk, found, disabled, onAct }: Props & { found: LookedUp['policies'] }) {
  const { t } = useTexts();
  if (desk.policies.length === 0) return <p className={css.hint}>{t('side.noPolicies')}</p>;
  return desk.policies.map((listed) => {
    const policy = found.get(listed.id);
    return (
      <Card
        key={listed.id}
        title={listed.title}
        extra={
          policy ? (
            <Tag kind="good">{t('side.opened')}</Tag>
          ) : (
            <Button
              size="small"
              disabled={disabled}
              aria-label={`${t('side.lookUp')} ${listed.title}`}
              onClick={() => onAct({ do: 'look-up-policy', with: { policy: listed.id } })}
            >
              {t('side.lookUp')}
            </Button>
          )
        }
      >
        {policy && (
          <>
            <p className={css.text}>{policy.text}</p>
            <p className={css.hint}>{t('side.version', { version: policy.version, date: policy.date })}</p>
          </>
        )}
      </Card>
    );
  });
}
