import { z } from 'zod';

const id = z.string().trim().min(1).max(64);
const text = z.string().trim().min(1).max(500);
/** CNY with at most two decimals. */
const amount = z.number().positive().max(100_000).multipleOf(0.01);

/** What an agent can do beside writing, with the form of each action. Amounts are in CNY. */
export const ActionSchema = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('look-up-order'),
    with: z.strictObject({ order: id.optional() }).default({}),
  }),
  z.strictObject({
    do: z.literal('look-up-parcel'),
    with: z.strictObject({ order: id.optional() }).default({}),
  }),
  z.strictObject({
    do: z.literal('look-up-product'),
    with: z.strictObject({ product: id.optional() }).default({}),
  }),
  z.strictObject({
    do: z.literal('look-up-policy'),
    with: z.strictObject({ policy: id.optional() }).default({}),
  }),
  z.strictObject({
    do: z.literal('change-address'),
    with: z.strictObject({ address: text, phone: id.optional() }),
  }),
  z.strictObject({
    do: z.literal('refund'),
    with: z.strictObject({ amount: amount.optional(), reason: text.optional() }).default({}),
  }),
  z.strictObject({ do: z.literal('exchange'), with: z.strictObject({ item: text.optional() }).default({}) }),
  z.strictObject({ do: z.literal('resend'), with: z.strictObject({ item: text.optional() }).default({}) }),
  z.strictObject({ do: z.literal('coupon'), with: z.strictObject({ amount }) }),
  z.strictObject({ do: z.literal('change-price'), with: z.strictObject({ amount }) }),
  z.strictObject({
    do: z.literal('grade'),
    with: z.strictObject({ grade: z.enum(['minor', 'moderate', 'severe']) }),
  }),
  z.strictObject({ do: z.literal('escalate'), with: z.strictObject({ reason: text }) }),
  z.strictObject({ do: z.literal('note'), with: z.strictObject({ text }) }),
  z.strictObject({ do: z.literal('close'), with: z.strictObject({}).default({}) }),
]);

export const ActionNameSchema = z.enum(ActionSchema.options.map((option) => option.shape.do.value));

export type Action = z.infer<typeof ActionSchema>;
export type ActionName = z.infer<typeof ActionNameSchema>;

/** Actions whose result only the agent sees: they change nothing for the customer. */
export const SILENT_ACTIONS: ReadonlySet<ActionName> = new Set([
  'look-up-order',
  'look-up-parcel',
  'look-up-product',
  'look-up-policy',
  'grade',
  'note',
]);
