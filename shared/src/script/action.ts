import { z } from 'zod';

const id = z.string().trim().min(1).max(64);
const text = z.string().trim().min(1).max(500);
/** CNY with at most two decimals. */
const amount = z.number().positive().max(100_000).multipleOf(0.01);

/** The four steps of a complaint ticket (R74): taken, analysed with a time limit, carried out, confirmed by the customer. */
const TicketStepSchema = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('receive'), issue: text }),
  /** `within`: minutes until the customer hears of it, at most a week. */
  z.strictObject({ step: z.literal('analyse'), cause: text, within: z.int().positive().max(10_080) }),
  z.strictObject({ step: z.literal('execute'), measure: text }),
  z.strictObject({ step: z.literal('confirm') }),
]);

export type TicketStep = z.infer<typeof TicketStepSchema>;

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
  z.strictObject({ do: z.literal('ticket'), with: TicketStepSchema }),
  z.strictObject({
    do: z.literal('search'),
    with: z.strictObject({ query: z.string().trim().min(1).max(40) }),
  }),
  z.strictObject({ do: z.literal('use-template'), with: z.strictObject({ template: id }) }),
  /** The brief was read before the start (R79), for so many seconds. */
  z.strictObject({
    do: z.literal('read-brief'),
    with: z.strictObject({ seconds: z.int().nonnegative().max(86_400) }),
  }),
  /** Practice only: what the customer waits for. */
  z.strictObject({ do: z.literal('hint'), with: z.strictObject({}).default({}) }),
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
  'ticket',
  'search',
  'use-template',
  'read-brief',
  'hint',
]);
