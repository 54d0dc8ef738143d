import { z } from 'zod';
import { IdSchema } from '../script/text';
import { FixtureIdSchema, LocalTimeSchema, PriceSchema } from './fixture';

/** The kinds of offers, in the order in which they are taken off: goods first, then the order, then the platform's (R82). */
export const OFFER_KINDS = ['flash', 'member', 'reduction', 'coupon', 'packet', 'points'] as const;

const base = {
  id: IdSchema,
  title: z.string().min(1),
  /** Local times between which it holds; for ever when left out. `until` itself is too late. */
  from: LocalTimeSchema.optional(),
  until: LocalTimeSchema.optional(),
  /** Only these products take part, and only they count towards `spend`; all when left out. */
  goods: z.array(FixtureIdSchema).min(1).optional(),
  /** What it cannot be combined with: ids of offers, or kinds, of which it can be the only one. */
  notWith: z.array(IdSchema).default([]),
};

/** CNY of goods at their price before any order offer (按标价合计) from which it holds. */
const spend = PriceSchema.default(0);
const off = PriceSchema.positive();

/**
 * A discount of a shop or of its platform: 限时秒杀 flash · 会员折扣 member · 满减 reduction · 店铺优惠券 coupon · 平台红包 packet ·
 * 积分抵扣 points. Amounts are in CNY.
 */
export const OfferSchema = z.discriminatedUnion('kind', [
  /** Another price for its goods. */
  z.strictObject({ kind: z.literal('flash'), ...base, goods: base.goods.unwrap(), price: PriceSchema }),
  /** Percent that members pay: 95 for 95折. */
  z.strictObject({ kind: z.literal('member'), ...base, rate: z.int().min(1).max(99) }),
  /** Once for an order, or for every full `spend` (每满). */
  z.strictObject({
    kind: z.literal('reduction'),
    ...base,
    spend: PriceSchema.positive(),
    off,
    repeats: z.boolean().default(false),
  }),
  z.strictObject({ kind: z.literal('coupon'), ...base, spend, off }),
  z.strictObject({ kind: z.literal('packet'), ...base, spend, off }),
  /** So many points are worth CNY 1; they pay at most this percentage of what is left. */
  z.strictObject({
    kind: z.literal('points'),
    ...base,
    perYuan: z.int().positive(),
    atMost: z.int().min(1).max(100).default(100),
  }),
]);

export type Offer = z.infer<typeof OfferSchema>;
