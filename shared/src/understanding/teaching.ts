import { z } from 'zod';
import { VerdictSchema } from './understood';

/**
 * Hours as `38h`, minutes as `30min` or days as `2d`; read as hours. A bare number is hours as well, so that what was
 * read and stored can be read again.
 */
const hours = z.union([
  z.number().nonnegative(),
  z
    .string()
    .regex(/^\d+(\.\d+)?(h|min|d)$/, '写成 38h、30min 或 2d / write 38h, 30min or 2d')
    .transform((text) => {
      const value = Number.parseFloat(text);
      return text.endsWith('min') ? value / 60 : text.endsWith('d') ? value * 24 : value;
    }),
]);

/** How a cue is taught: phrases that carry it, and optionally words that are enough by themselves. */
export const CueSchema = z
  .strictObject({
    title: z.string().min(1),
    examples: z.array(z.string().min(1)).max(10).default([]),
    words: z.array(z.string().min(1)).default([]),
    /** Phrases that look alike but do not carry the cue. A taught word is only doubted by phrases in which it stands itself. */
    not: z.array(z.string().min(1)).default([]),
    /** Only the words count, and only where they do not stand inside a phrase of `not`; no likeness is looked for. */
    exact: z.literal(true).optional(),
  })
  .superRefine(({ examples, words, exact }, context) => {
    const issue = (key: string, message: string) =>
      context.addIssue({ code: 'custom', path: [key], message });
    if (exact && words.length === 0) issue('words', 'exact 的要点至少写一个词 / an exact cue needs words');
    if (exact && examples.length > 0)
      issue('examples', 'exact 的要点只看 words，不写例句 / an exact cue has no examples');
    if (!exact && examples.length < 3)
      issue(
        'examples',
        '至少写 3 个例句，或者写 exact: true 只用 words / write 3 examples at least, or exact: true',
      );
  });

const base = z.strictObject({
  title: z.string().min(1),
  /** Words one of which must stand in the clause of the figure (or in the customer's question), so that the topic is sure. */
  about: z.array(z.string().min(1)).default([]),
  /** Words that take the figure to another topic when they stand in its clause. */
  notAbout: z.array(z.string().min(1)).default([]),
  /** The look-up that must come before this may be said (R75). */
  lookUp: z.enum(['look-up-order', 'look-up-parcel', 'look-up-product', 'look-up-policy']).optional(),
});

/** Verdicts on what is more or less than anything right. */
const beyondRight = { above: VerdictSchema.default('wrong'), below: VerdictSchema.default('wrong') };

/**
 * The kinds of figures that replies may state.
 * amount: CNY · when: time from now (spans, days, dates) · percent · count · size (S, M, L, 38 …).
 * What is right of a number the script says, by value or by the fact that has it.
 */
export const claimKinds = {
  number: base.extend({ kind: z.enum(['amount', 'percent', 'count']), ...beyondRight }),
  when: base.extend({
    kind: z.literal('when'),
    right: z.strictObject({ from: hours.optional(), to: hours.optional() }),
    /** Spans that people count from another moment than now (“付款后48小时内”) and that are right as such. */
    alsoRight: z.array(hours).default([]),
    ...beyondRight,
  }),
  size: base.extend({ kind: z.literal('size'), right: z.array(z.string().min(1)).min(1) }),
};

/** Right values one by one, or from and to, either of which can be open. */
export type RightFigures = readonly number[] | { readonly from?: number; readonly to?: number };

export type CueTeaching = z.infer<typeof CueSchema>;
export type ClaimTeaching =
  | (z.infer<typeof claimKinds.number> & { readonly right: RightFigures })
  | z.infer<typeof claimKinds.when>
  | z.infer<typeof claimKinds.size>;

/** What a script teaches the understanding: its cues, its claims, and the moment at which the case plays. */
export type Teaching = {
  /** The shop's local time at the start of the rehearsal, ISO 8601 without zone, e.g. `2026-05-13T15:00`. */
  now: string;
  cues: Readonly<Record<string, CueTeaching>>;
  claims: Readonly<Record<string, ClaimTeaching>>;
};
