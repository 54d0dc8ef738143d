import { z } from 'zod';
import { ENDINGS, EndingSchema } from '../script/schema';
import { BilingualSchema, IdSchema } from '../script/text';

/** What can be measured; each has its own function in `indicators/`. */
export const MEASURES = [
  'first-reply',
  'reply-time',
  'mood-first',
  'five-steps',
  'no-provocation',
  'star',
  'process',
  'solved',
  'grading',
  'promises',
  'facts',
  'looked-up',
  'hidden-needs',
  'banned-language',
  'courtesy',
  'personal',
  'guidance',
  'no-pressure',
  'aftercare',
] as const;

/** Share of the total by stage, in points of 100. */
const WeightsSchema = z.strictObject({
  'pre-sale': z.number().nonnegative(),
  'in-sale': z.number().nonnegative(),
  'after-sale': z.number().nonnegative(),
});

const IndicatorSchema = z.strictObject({
  measure: z.enum(MEASURES),
  title: BilingualSchema,
  rules: z.array(z.string().regex(/^R\d{2}$/, '写成 R26 / write R26')).min(1),
  threshold: BilingualSchema,
});

const DimensionSchema = z.strictObject({
  id: IdSchema,
  title: BilingualSchema,
  weights: WeightsSchema,
  /** Equal shares of the dimension. */
  indicators: z.array(IndicatorSchema).min(1),
});

const OutcomeSchema = z.strictObject({
  csat: z.number().min(1).max(5),
  reviews: z.array(z.string().min(1)).min(1),
});

/** How rehearsals are scored: a file in `scenarios/rubrics`, versioned. Figures without a source are marked `p` (proposed) there. */
export const RubricSchema = z
  .strictObject({
    id: IdSchema,
    version: z.int().positive(),
    title: BilingualSchema,
    /** Seconds (R02, R01), before the pace is applied. */
    limits: z.strictObject({ first: z.number().positive(), each: z.number().positive() }),
    /** Share of replies in time from which the indicator earns points, 0–1. */
    inTimeFrom: z.number().min(0).max(1),
    pass: z.number(),
    excellent: z.number(),
    poor: z.number(),
    dimensions: z.array(DimensionSchema).min(1),
    caps: z.array(
      z.strictObject({
        id: IdSchema,
        title: BilingualSchema,
        at: z.number().min(0).max(100),
        endings: z.array(EndingSchema).min(1),
      }),
    ),
    /** R38, with variants. */
    bannedPhrases: z.array(z.string().min(2)).min(1),
    outcome: z.record(EndingSchema, OutcomeSchema),
  })
  .superRefine(({ dimensions, outcome }, context) => {
    for (const stage of ['pre-sale', 'in-sale', 'after-sale'] as const) {
      const sum = dimensions.reduce((total, { weights }) => total + weights[stage], 0);
      if (sum !== 100) {
        context.addIssue({
          code: 'custom',
          path: ['dimensions'],
          message: `${stage} 的权重合计是 ${sum}，应为 100 / the weights of ${stage} add up to ${sum} instead of 100`,
        });
      }
    }
    for (const ending of ENDINGS) {
      if (!outcome[ending])
        context.addIssue({
          code: 'custom',
          path: ['outcome'],
          message: `缺少结局 ${ending} / the ending ${ending} is missing`,
        });
    }
  });

export type Rubric = z.infer<typeof RubricSchema>;
export type Measure = (typeof MEASURES)[number];
