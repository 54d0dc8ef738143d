import { z } from 'zod';
import { IdSchema } from '../script/text';
import { FixtureIdSchema, LocalTimeSchema, PriceSchema } from './fixture';

/** The kinds of offers, in the order in which they are taken off: goods first, then the order, then the platform's (R82). */
export const OFFER_KINDS = ['flash', 'gift', 'member', 'reduction', 'coupon', 'packet', 'points'] as const;

const base = {
  id: IdSchema.describe('优惠的名字 / the id of the offer'),
  title: z.string().min(1).describe('优惠的说法 / what it is called'),
  from: LocalTimeSchema.optional().describe('从什么时候开始有效 / from when it holds'),
  until: LocalTimeSchema.optional().describe(
    '到什么时候为止（这一刻已无效） / until when it holds; this moment is too late',
  ),
  goods: z
    .array(FixtureIdSchema)
    .min(1)
    .optional()
    .describe('只有这些商品参加 / only these products take part'),
  notWith: z
    .array(IdSchema)
    .default([])
    .describe('不能同时用的优惠或种类 / offers or kinds that it cannot be combined with'),
};

/** CNY of goods at their price before any order offer (按标价合计) from which it holds. */
const spend = PriceSchema.default(0);
const off = PriceSchema.positive();

/**
 * A discount of a shop or of its platform: 限时秒杀 flash · 买赠 gift · 会员折扣 member · 满减 reduction · 店铺优惠券 coupon · 平台红包 packet ·
 * 积分抵扣 points. Amounts are in CNY.
 */
export const OfferSchema = z.discriminatedUnion('kind', [
  /** Another price for its goods. */
  z.strictObject({
    kind: z.literal('flash').describe('限时秒杀：商品换一个价 / another price for its goods'),
    ...base,
    goods: base.goods.unwrap().describe('这些商品参加 / these products take part'),
    price: PriceSchema.describe('秒杀价，元 / its price, CNY'),
  }),
  /** So many pieces of its goods bring some of the gift for nothing: 买三送一, 买床送枕头. The gift stands in the cart. */
  z.strictObject({
    kind: z.literal('gift').describe('买赠：买够件数，赠品不要钱 / pieces that bring a gift for nothing'),
    ...base,
    goods: base.goods.unwrap().describe('买这些商品 / these products are bought'),
    buy: z.int().positive().describe('买几件 / how many pieces are bought'),
    gift: FixtureIdSchema.describe('送哪个商品，可以就是买的那种 / the gift, perhaps of the same kind'),
    give: z.int().positive().default(1).describe('送几件 / how many pieces are given'),
    repeats: z.boolean().default(false).describe('每买够一次都送 / for every full number of pieces'),
  }),
  /** Percent that members pay: 95 for 95折. */
  z.strictObject({
    kind: z.literal('member').describe('会员折扣 / a discount for members'),
    ...base,
    rate: z.int().min(1).max(99).describe('会员付百分之几：95 就是 95 折 / percent that members pay'),
  }),
  /** Once for an order, or for every full `spend` (每满). */
  z.strictObject({
    kind: z
      .literal('reduction')
      .describe('满减：一单一次，或每满都减 / once for an order, or for every full amount'),
    ...base,
    spend: PriceSchema.positive().describe('满多少元 / from how much, CNY'),
    off: off.describe('减多少元 / how much is taken off, CNY'),
    repeats: z.boolean().default(false).describe('每满都减 / for every full amount'),
  }),
  z.strictObject({
    kind: z.literal('coupon').describe('店铺优惠券 / a coupon of the shop'),
    ...base,
    spend: spend.describe('满多少元可用 / from how much, CNY'),
    off: off.describe('减多少元 / how much is taken off, CNY'),
  }),
  z.strictObject({
    kind: z.literal('packet').describe('平台红包 / a packet of the platform'),
    ...base,
    spend: spend.describe('满多少元可用 / from how much, CNY'),
    off: off.describe('减多少元 / how much is taken off, CNY'),
  }),
  /** So many points are worth CNY 1; they pay at most this percentage of what is left. */
  z.strictObject({
    kind: z.literal('points').describe('积分抵扣 / paid with points'),
    ...base,
    perYuan: z.int().positive().describe('多少积分抵 1 元 / points that are worth CNY 1'),
    atMost: z
      .int()
      .min(1)
      .max(100)
      .default(100)
      .describe('最多抵剩余金额的百分之几 / at most this percentage of what is left'),
  }),
]);

export type Offer = z.infer<typeof OfferSchema>;
