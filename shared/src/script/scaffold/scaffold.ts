import type { Shop } from '../../shop/schema';
import type { Stage } from '../kinds';
import { AFTER_SALE } from './after-sale';
import { HEAD, RUNS, type Template } from './frame';
import { IN_SALE } from './in-sale';
import { PRE_SALE } from './pre-sale';

const TEMPLATES: Readonly<Record<Stage, Template>> = {
  'pre-sale': PRE_SALE,
  'in-sale': IN_SALE,
  'after-sale': AFTER_SALE,
};

/** The two files of a new script, to be changed into the trainer's own case. */
export type Scaffold = { readonly script: string; readonly runs: string };

/**
 * A new script that is sound and passes its transcripts as it stands.
 * @param schemas the folder of the JSON Schemas, as seen from the new files, ending in `/`
 * @returns undefined where the stage needs an order and the shop has none that fits
 */
export function scaffold(
  { id, title, stage }: { readonly id: string; readonly title: string; readonly stage: Stage },
  shop: Shop,
  schemas: string,
): Scaffold | undefined {
  const { orders, failures, script, moves } = TEMPLATES[stage];
  const order = orders
    ?.flatMap((status) => shop.orders.filter((candidate) => candidate.status === status))
    .at(0);
  if (orders && !order) return undefined;
  const bought = order?.items[0]?.product;
  const isFitting = (item: Shop['products'][number]) =>
    bought === undefined ? item.status === 'on-sale' : item.id === bought;
  const { id: product = '', price = 0 } = shop.products.find(isFitting) ?? shop.products[0] ?? {};
  const values: Readonly<Record<string, string>> = {
    id,
    // As a YAML string, whatever signs the trainer writes.
    title: JSON.stringify(title),
    shop: shop.id,
    shopName: shop.name.zh,
    product,
    price: String(price),
    order: order?.id ?? '',
    total: String(order?.total ?? 0),
    now: order ? `${(order.paidAt ?? order.placedAt).slice(0, 10)}T23:30` : '2026-05-13T15:00',
    moves,
    failures: failures.join(', '),
  };
  const fill = (text: string): string =>
    text.replaceAll(/<(\w+)>/g, (slot, key: string) => (key in values ? fill(values[key] ?? '') : slot));
  const editorLine = (schema: string) => `# yaml-language-server: $schema=${schemas}${schema}.json\n`;
  return { script: editorLine('script') + fill(HEAD + script), runs: editorLine('runs') + fill(RUNS) };
}
