import { z } from 'zod';
import type { Shop } from './schema';
import { TEMPLATES, TEMPLATES_EDITION } from './templates';

/** A knowledge card as an agent cites it: which one, in which version, of which day (R64, R88). */
export const CardSchema = z.object({
  kind: z.enum(['policy', 'product', 'template']),
  id: z.string(),
  title: z.string(),
  version: z.int().positive(),
  date: z.iso.date().optional(),
});
export type Card = z.infer<typeof CardSchema>;

/** A card that a search found; `hits` counts where in its text the words occur. */
export const FoundCardSchema = CardSchema.extend({ hits: z.int().positive() });
export type FoundCard = z.infer<typeof FoundCardSchema>;

type Written = { readonly card: Card; readonly text: string };

const written = (shop: Shop): Written[] => [
  ...shop.policies.map(({ id, title, version, date, text }) => ({
    card: { kind: 'policy' as const, id, title, version, date },
    text: `${title} ${text}`,
  })),
  ...shop.products.map(({ id, name, fields, proofs, stock }) => ({
    card: {
      ...{ kind: 'product' as const, id, title: name, version: shop.version },
      ...(shop.date !== undefined && { date: shop.date }),
    },
    text: [
      ...[id, name, ...Object.values(fields), ...Object.keys(stock)],
      ...proofs.flatMap(({ title, detail }) => [title, detail]),
    ].join(' '),
  })),
  ...TEMPLATES.map(({ id, title, command, text }) => ({
    card: { kind: 'template' as const, id, title: title.zh, ...TEMPLATES_EDITION },
    text: `${command} ${title.zh} ${title.en} ${text}`,
  })),
];

/** Everything that can be looked up in a shop: policies, products and templates. */
export const cardsOf = (shop: Shop): readonly Card[] => written(shop).map(({ card }) => card);

/** The card of that kind and id; undefined when the shop has none. */
export const findCard = (shop: Shop, kind: Card['kind'], id: string | undefined): Card | undefined =>
  cardsOf(shop).find((card) => card.kind === kind && card.id === id);

/** Cards with every word of the query in their text, those with the most places first. */
export function searchKnowledge(shop: Shop, query: string): FoundCard[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return written(shop)
    .flatMap(({ card, text }) => {
      const counts = words.map((word) => text.toLowerCase().split(word).length - 1);
      return counts.length > 0 && counts.every((count) => count > 0)
        ? [{ ...card, hits: counts.reduce((sum, count) => sum + count, 0) }]
        : [];
    })
    .toSorted((a, b) => b.hits - a.hits);
}
