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
    title: z.string().min(1).describe('要点的名称 / what the cue is called'),
    examples: z
      .array(z.string().min(1))
      .max(10)
      .default([])
      .describe('3 到 10 句说出这个意思的例句 / 3 to 10 phrases that carry it'),
    words: z
      .array(z.string().min(1))
      .default([])
      .describe('单独出现就算的词 / words that are enough by themselves'),
    not: z
      .array(z.string().min(1))
      .default([])
      .describe('看起来像但不是的句子 / phrases that look alike and do not carry it'),
    exact: z
      .literal(true)
      .optional()
      .describe('只看 words 里的词，不看相似的句子 / only the words count, no likeness is looked for'),
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
  title: z.string().min(1).describe('陈述的名称 / what the claim is called'),
  about: z
    .array(z.string().min(1))
    .default([])
    .describe(
      '数字所在的句子里（或客户的问题里）要有其中一个词 / words, one of which must stand near the figure or in the question',
    ),
  notAbout: z
    .array(z.string().min(1))
    .default([])
    .describe('句子里有这些词就不是在说这件事 / words that take the figure to another topic'),
  lookUp: z
    .enum(['look-up-order', 'look-up-parcel', 'look-up-product', 'look-up-policy'])
    .optional()
    .describe('说之前必须先查的资料（R75） / the look-up that must come before this may be said (R75)'),
});

/** Verdicts on what is more or less than anything right. */
const beyondRight = {
  above: VerdictSchema.default('wrong').describe('比正确值大时怎么判断 / the verdict on more than is right'),
  below: VerdictSchema.default('wrong').describe('比正确值小时怎么判断 / the verdict on less than is right'),
};

/**
 * The kinds of figures that replies may state.
 * amount: CNY · when: time from now (spans, days, dates) · percent · count · length: cm · size (S, M, L, 38 …).
 * What is right of a number the script says, by value or by the fact that has it.
 */
export const claimKinds = {
  number: base.extend({
    kind: z
      .enum(['amount', 'percent', 'count', 'length'])
      .describe(
        'amount 金额（元）、percent 百分比、count 数量、length 长度（厘米） / amount in CNY, percent, count, length in cm',
      ),
    ...beyondRight,
  }),
  when: base.extend({
    kind: z.literal('when').describe('when：从现在算起的时间 / a time from now'),
    right: z
      .strictObject({
        from: hours.optional().meta({ description: '最早 / earliest', examples: ['20h'] }),
        to: hours.optional().meta({ description: '最晚 / latest', examples: ['38h'] }),
      })
      .describe('正确的范围，例如 20h、30min、2d / the right range, such as 20h, 30min or 2d'),
    alsoRight: z
      .array(hours)
      .default([])
      .describe(
        '从别的时刻算起也正确的时长，例如付款后 48h / spans counted from another moment that are right as such',
      ),
    ...beyondRight,
  }),
  size: base.extend({
    kind: z.literal('size').describe('size：尺码 / a size'),
    right: z
      .array(z.string().min(1))
      .min(1)
      .meta({ description: '正确的尺码 / the right sizes', examples: [['M']] }),
  }),
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
