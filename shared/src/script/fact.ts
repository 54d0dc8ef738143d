import { z } from 'zod';
import { FixtureIdSchema, LocalTimeSchema } from '../shop/fixture';
import { toFen, yuanText } from '../shop/money';
import { bestQuote, MOST_OFFERS, quote, type Refusal } from '../shop/price';
import type { Shop } from '../shop/schema';
import { type Bilingual, IdSchema } from './text';

/** A cart whose price is computed: with these offers, all of which must hold, or with the best combination of some. */
const PricedCartSchema = z
  .strictObject({
    goods: z
      .record(FixtureIdSchema, z.int().positive())
      .meta({ description: '商品编号和件数 / pieces by product id', examples: [{ P01: 2 }] }),
    with: z
      .array(IdSchema)
      .optional()
      .describe('用上这些优惠，必须全部可用 / with these offers, all of which must hold'),
    best: z
      .array(IdSchema)
      .min(1)
      .max(MOST_OFFERS)
      .optional()
      .describe('在这些优惠里取最划算的组合 / with the best combination of these offers'),
    points: z.int().positive().optional().describe('客户的积分 / points that the customer has'),
    at: LocalTimeSchema.optional().describe(
      '购买时间，不写就是案例的时间 / when it is bought; the time of the case when left out',
    ),
  })
  .refine(
    ({ with: chosen, best }) => !chosen || !best,
    'with 和 best 只能写一个 / write with or best, not both',
  );

/**
 * A fact of the case: a value; where in the shop it stands, e.g. `orders.DD001.total`; a price in CNY that is computed; or the
 * difference between two of the other facts.
 */
export const FactSchema = z.union([
  z.string().min(1),
  z.number(),
  z.strictObject({
    from: z
      .string()
      .min(1)
      .meta({
        description: '店铺资料里的位置 / where in the shop it stands',
        examples: ['orders.XM2605130001.total'],
      }),
  }),
  z.strictObject({
    price: PricedCartSchema.describe('按店铺优惠计算的价格，元 / a price that is computed, CNY'),
  }),
  z.strictObject({
    minus: z
      .tuple([IdSchema, IdSchema])
      .describe('前一个事实减后一个 / the first of these facts less the second'),
  }),
]);
export type Fact = z.infer<typeof FactSchema>;

/** The values of facts as they are said, and what is wrong with those that have none. */
export type Resolved = {
  readonly values: Readonly<Record<string, string>>;
  readonly faults: Readonly<Record<string, Bilingual>>;
};

/** @param now the shop's local time in the case */
export function resolveFacts(facts: Readonly<Record<string, Fact>>, shop: Shop, now: string): Resolved {
  const values: Record<string, string> = {};
  const faults: Record<string, Bilingual> = {};
  // Differences come last: they look at the others.
  const inOrder = Object.entries(facts).sort(
    (a, b) => Number(isDifference(a[1])) - Number(isDifference(b[1])),
  );
  for (const [id, fact] of inOrder) {
    const value = resolve(fact, shop, now, values);
    if ('fault' in value) faults[id] = value.fault;
    else values[id] = value.said;
  }
  return { values, faults };
}

const isDifference = (fact: Fact): boolean => typeof fact === 'object' && 'minus' in fact;

const missing = (id: string, zh: string, en: string): Value => ({
  fault: { zh: `店铺里没有“${id}”${zh}`, en: `the shop has no ${en} “${id}”` },
});

type Value = { readonly said: string } | { readonly fault: Bilingual };

function resolve(fact: Fact, shop: Shop, now: string, values: Readonly<Record<string, string>>): Value {
  if (typeof fact !== 'object') return { said: String(fact) };
  if ('from' in fact) {
    const value = shopValue(shop, fact.from);
    return value === undefined ? missing(fact.from, '这个值', 'value') : { said: String(value) };
  }
  if ('price' in fact) return priceOf(fact.price, shop, now);
  const [whole, part] = fact.minus.map((id) => Number(values[id] ?? 'none'));
  if (whole === undefined || part === undefined || Number.isNaN(whole - part)) {
    const [a, b] = fact.minus;
    return { fault: { zh: `“${a}”或“${b}”不是数字`, en: `“${a}” or “${b}” is no number` } };
  }
  return { said: yuanText(toFen(whole) - toFen(part)) };
}

const WHY: Readonly<Record<Refusal, Bilingual>> = {
  time: { zh: '不在有效时间内', en: 'not at this time' },
  goods: { zh: '没有适用的商品', en: 'none of its goods' },
  spend: { zh: '金额没到门槛', en: 'too little is spent' },
  'not-with': { zh: '不能和前面的优惠一起用', en: 'not together with the others' },
  'nothing-left': { zh: '没有减去任何金额', en: 'nothing is taken off' },
};

function priceOf(cart: z.infer<typeof PricedCartSchema>, shop: Shop, now: string): Value {
  const unknown = Object.keys(cart.goods).find((id) => !shop.products.some((product) => product.id === id));
  if (unknown) return missing(unknown, '这个商品', 'product');
  const named = (cart.best ?? cart.with ?? []).map(
    (id) => shop.offers.find((offer) => offer.id === id) ?? id,
  );
  const nowhere = named.find((offer) => typeof offer === 'string');
  if (nowhere) return missing(nowhere, '这个优惠', 'offer');
  const offers = named.filter((offer) => typeof offer !== 'string');
  const bought = { goods: cart.goods, at: cart.at ?? now, points: cart.points };
  const { total, refused } = cart.best ? bestQuote(shop, bought, offers) : quote(shop, bought, offers);
  const [first] = refused;
  if (!first) return { said: yuanText(total) };
  const { zh, en } = WHY[first.why];
  return {
    fault: { zh: `优惠“${first.offer}”用不上：${zh}`, en: `the offer “${first.offer}” does not hold: ${en}` },
  };
}

/**
 * A value inside the shop by its path, e.g. `orders.DD001.total`: lists are entered by the id of their items.
 * @returns undefined where the path leads nowhere or to something that is not a text or number.
 */
function shopValue(shop: Shop, path: string): string | number | undefined {
  let value: unknown = shop;
  for (const key of path.split('.')) {
    if (Array.isArray(value)) value = value.find((item) => item?.id === key);
    else if (typeof value === 'object' && value !== null)
      value = Object.entries(value).find(([k]) => k === key)?.[1];
    else return undefined;
  }
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}
