import type { Desk } from '@kefu/shared/protocol/rest';
import { TEMPLATES } from '@kefu/shared/shop/templates';
import { useTexts } from '../../../i18n';
import { Button } from '../../../ui/button';
import { Tag } from '../../../ui/tag';
import type { LookedUp } from '../live/panels';
import { Card, Facts } from './card';
import type { ListedCard } from './cards';
import css from './knowledge-tab.module.css';

const FIELDS = [
  ...(['function', 'material', 'specification', 'suitableFor'] as const),
  ...(['usage', 'caution', 'comparison'] as const),
];

type Props = {
  desk: Desk;
  card: ListedCard;
  /** Places in which a search of the full text found its words. */
  hits: number | undefined;
  found: LookedUp;
  disabled: boolean;
  onOpen: () => void;
  onInsert: (text: string) => void;
};

/** One card of the knowledge base: its back with version and date (R64, R88), and what it says once it is open. */
export function KnowledgeCard({ desk, card, hits, found, disabled, onOpen, onInsert }: Props) {
  const { t, say } = useTexts();
  const { kind, id, version, date } = card;
  const title = say(card.title);
  const open =
    (kind === 'policy' && found.policies.has(id)) ||
    (kind === 'product' && found.products.has(id)) ||
    (kind === 'template' && found.templates.has(id));
  const listed = kind === 'product' ? desk.products.find((product) => product.id === id) : undefined;
  return (
    <Card
      title={title}
      extra={
        open ? (
          <Tag kind="good">{t('side.opened')}</Tag>
        ) : (
          <Button
            size="small"
            disabled={disabled}
            aria-label={`${t('knowledge.open')} ${title}`}
            onClick={onOpen}
          >
            {t('knowledge.open')}
          </Button>
        )
      }
    >
      <p className={css.edition}>
        <Tag>{t(`knowledge.${kind}`)}</Tag>
        <span>
          {date === undefined ? t('side.versionOnly', { version }) : t('side.version', { version, date })}
        </span>
        {listed && (
          <span>
            ¥{listed.price.toFixed(2)} · {t(`side.productStatus.${listed.status}`)}
          </span>
        )}
        {hits !== undefined && <span className={css.hits}>{t('knowledge.hits', { count: hits })}</span>}
      </p>
      {open && <Inside kind={kind} id={id} found={found} disabled={disabled} onInsert={onInsert} />}
    </Card>
  );
}

type InsideProps = Pick<ListedCard, 'kind' | 'id'> & Pick<Props, 'found' | 'disabled' | 'onInsert'>;

function Inside({ kind, id, found, disabled, onInsert }: InsideProps) {
  const { t } = useTexts();
  switch (kind) {
    case 'policy':
      return (
        <p className={css.text} lang="zh-CN">
          {found.policies.get(id)?.text}
        </p>
      );
    case 'product': {
      const product = found.products.get(id);
      if (!product) return null;
      return (
        <>
          <Facts
            facts={[
              ...FIELDS.map((field) => [t(`side.fields.${field}`), product.fields[field]] as const),
              ...product.proofs.map(
                ({ title, detail }) => [t('side.proofs'), `${title}：${detail}`] as const,
              ),
            ]}
          />
          <p className={css.stock}>
            <span>{t('side.stock')}</span>
            {Object.entries(product.stock).map(([spec, count]) => (
              <Tag key={spec} kind={count === 0 ? 'warn' : 'plain'}>
                {spec} {count}
              </Tag>
            ))}
          </p>
        </>
      );
    }
    case 'template': {
      const template = TEMPLATES.find((candidate) => candidate.id === id);
      if (!template) return null;
      return (
        <>
          <p className={css.text} lang="zh-CN">
            {template.text}
          </p>
          <div>
            <Button size="small" icon="edit" disabled={disabled} onClick={() => onInsert(template.text)}>
              {t('knowledge.insert')}
            </Button>
          </div>
        </>
      );
    }
  }
}
