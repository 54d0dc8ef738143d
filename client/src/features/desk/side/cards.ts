import type { Desk } from '@kefu/shared/protocol/rest';
import type { Bilingual } from '@kefu/shared/script/text';
import type { Card } from '@kefu/shared/shop/knowledge';
import { TEMPLATES, TEMPLATES_EDITION } from '@kefu/shared/shop/templates';
import { initialsOf } from '../../../ui/pinyin';

/** A card of the knowledge base before it is opened: what is on its back. */
export type ListedCard = Omit<Card, 'title' | 'date'> & {
  readonly title: Bilingual;
  readonly date: string | undefined;
  /** All that a search of the titles looks into. */
  readonly words: string;
};

export const KINDS = ['policy', 'product', 'template'] as const;

const listed = (card: Omit<Card, 'title'>, title: Bilingual, more = ''): ListedCard => ({
  ...{ ...card, title, date: card.date },
  words: [title.zh, title.en, initialsOf(title.zh), more].join(' ').toLowerCase(),
});

/** All cards of a shop: policies, products and templates. */
export const cardsOf = ({ policies, products, shop }: Desk): readonly ListedCard[] => [
  ...policies.map(({ id, title, version, date }) =>
    listed({ kind: 'policy', id, version, date }, { zh: title, en: title }),
  ),
  ...products.map(({ id, name }) =>
    listed(
      { kind: 'product', id, version: shop.version, ...(shop.date !== null && { date: shop.date }) },
      { zh: name, en: name },
      id.toLowerCase(),
    ),
  ),
  ...TEMPLATES.map(({ id, title, command }) =>
    listed({ kind: 'template', id, ...TEMPLATES_EDITION }, title, `${command} ${initialsOf(command)}`),
  ),
];

/** Cards of a kind with every word of the search on their back. */
export function cardsFor(
  cards: readonly ListedCard[],
  kind: Card['kind'] | 'all',
  search: string,
): readonly ListedCard[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return cards.filter(
    (card) => (kind === 'all' || card.kind === kind) && words.every((word) => card.words.includes(word)),
  );
}
