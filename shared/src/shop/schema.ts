import { z } from 'zod';
import { BilingualSchema, IdSchema } from '../script/text';
import { FixtureIdSchema, LocalTimeSchema, PriceSchema } from './fixture';
import { OfferSchema } from './offer';

const text = z.string().min(1);

/** A product card with the seven fields of R54 and the status of R17. */
export const ProductSchema = z.strictObject({
  id: FixtureIdSchema,
  name: text,
  status: z.enum(['on-sale', 'new', 'discontinued']),
  price: PriceSchema,
  stock: z.record(text, z.int().nonnegative()),
  fields: z.strictObject({
    function: text,
    material: text,
    specification: text,
    suitableFor: text,
    usage: text,
    caution: text,
    comparison: text,
  }),
  /** Reports, licences and records that may be quoted as proof (R31). */
  proofs: z.array(z.strictObject({ title: text, detail: text })).default([]),
  related: z.array(FixtureIdSchema).default([]),
});

export const OrderSchema = z.strictObject({
  id: FixtureIdSchema,
  status: z.enum(['unpaid', 'paid', 'shipped', 'received', 'refunding', 'closed']),
  items: z
    .array(
      z.strictObject({ product: FixtureIdSchema, spec: text, count: z.int().positive(), price: PriceSchema }),
    )
    .min(1),
  /** What the buyer pays or paid, CNY. */
  total: PriceSchema,
  placedAt: LocalTimeSchema,
  paidAt: LocalTimeSchema.optional(),
  receiver: text,
  address: text,
  phone: text,
  remark: z.string().default(''),
  parcel: z
    .strictObject({
      carrier: text,
      number: text,
      events: z.array(z.strictObject({ at: LocalTimeSchema, text })).min(1),
    })
    .optional(),
});

/** A policy card; the version and date show which wording an agent had before them (R64, R88). */
export const PolicySchema = z.strictObject({
  id: IdSchema,
  version: z.int().positive(),
  date: z.iso.date('写成 2026-05-13 / write 2026-05-13'),
  title: text,
  text,
});

/** The facts of a shop that replies are checked against. Scripts name parts of it by id. */
export const ShopSchema = z.strictObject({
  id: IdSchema,
  version: z.int().positive(),
  name: BilingualSchema,
  category: BilingualSchema,
  /** Manner of speaking that fits the shop's platform (R40, R85). */
  style: z.enum(['lively', 'formal']),
  products: z.array(ProductSchema).min(1),
  orders: z.array(OrderSchema),
  policies: z.array(PolicySchema).min(1),
  /** Discounts that prices are computed with. */
  offers: z.array(OfferSchema).default([]),
});

export type Shop = z.infer<typeof ShopSchema>;
export type Product = z.infer<typeof ProductSchema>;
export type Order = z.infer<typeof OrderSchema>;
export type Policy = z.infer<typeof PolicySchema>;
