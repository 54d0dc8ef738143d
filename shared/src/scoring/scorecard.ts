import { z } from 'zod';
import { EndingSchema } from '../script/kinds';
import { BilingualSchema } from '../script/text';

/** The place in the log that earned or lost points: an entry and, in a reply, the words (UTF-16 offsets). */
export const EvidenceSchema = z.object({
  seq: z.int().positive(),
  start: z.int().nonnegative().optional(),
  end: z.int().nonnegative().optional(),
  words: z.string().optional(),
  effect: z.enum(['earned', 'lost']),
  /** The rule that cost the points, e.g. R38; logs scored before rules were cited do not say. */
  rule: z.string().optional(),
  /** It tells of what never came; the entry is only where it was still possible. */
  absent: z.literal(true).optional(),
  /** Why, in a sentence for people. */
  note: BilingualSchema,
});

export const IndicatorScoreSchema = z.object({
  id: z.string(),
  title: BilingualSchema,
  /** Rules of the sources that this indicator stands for, e.g. R01. */
  rules: z.array(z.string()),
  /** What was measured, for people, e.g. “4/5 条 ≤ 20 秒”. */
  value: BilingualSchema,
  threshold: BilingualSchema,
  /** 0–100; null when the indicator could not occur: it is left out and the rest weighs more. */
  points: z.number().min(0).max(100).nullable(),
  /** Share of the total that this indicator carries after rescaling, in points of 100. */
  weight: z.number(),
  evidence: z.array(EvidenceSchema),
});

export const DimensionScoreSchema = z.object({
  id: z.string(),
  title: BilingualSchema,
  /** After rescaling, in points of 100. */
  weight: z.number(),
  points: z.number().min(0).max(100).nullable(),
  indicators: z.array(IndicatorScoreSchema),
});

/** One wait of the customer for the agent, ms. `limit` is what the rubric allows at the chosen pace; null when untimed. */
export const ResponseTimeSchema = z.object({
  kind: z.enum(['first', 'each']),
  asked: z.int(),
  answered: z.int().nullable(),
  ms: z.number(),
  limit: z.number().nullable(),
});

export const MoodPointSchema = z.object({
  at: z.number(),
  level: z.number(),
  seq: z.int(),
  why: z.array(z.string()),
});

/** What one rehearsal is worth, with every reason. Computed from the log and the rubric alone. */
export const ScorecardSchema = z.object({
  rubric: z.object({ id: z.string(), version: z.int() }),
  /** 0–100, one decimal. */
  total: z.number().min(0).max(100),
  passed: z.boolean(),
  grade: z.enum(['excellent', 'passed', 'failed', 'poor']),
  dimensions: z.array(DimensionScoreSchema),
  /** Upper limits of the total that were set, with their reason. */
  caps: z.array(z.object({ id: z.string(), title: BilingualSchema, at: z.number() })),
  redLines: z.array(
    z.object({ id: z.string(), title: BilingualSchema, rule: z.string(), evidence: z.array(EvidenceSchema) }),
  ),
  hidden: z.array(
    z.object({ id: z.string(), title: BilingualSchema, found: z.boolean(), seq: z.int().nullable() }),
  ),
  ending: EndingSchema,
  outcome: z.object({
    /** Simulated, 1–5. */
    csat: z.number().min(1).max(5),
    dsr: z.object({ goods: z.number(), service: z.number(), logistics: z.number() }),
    review: z.string(),
  }),
  times: z.array(ResponseTimeSchema),
  mood: z.array(MoodPointSchema),
});

export type Evidence = z.infer<typeof EvidenceSchema>;
export type IndicatorScore = z.infer<typeof IndicatorScoreSchema>;
export type DimensionScore = z.infer<typeof DimensionScoreSchema>;
export type ResponseTime = z.infer<typeof ResponseTimeSchema>;
export type Scorecard = z.infer<typeof ScorecardSchema>;
