import { z } from 'zod';
import { FixtureIdSchema, LocalTimeSchema } from '../shop/fixture';
import { CueSchema } from '../understanding/teaching';
import { ActionNameSchema } from './action';
import { ClaimSchema, FigureSchema } from './claim';
import { ConditionSchema } from './condition';
import { FactSchema } from './fact';
import { BilingualSchema, IdSchema, PoolSchema } from './text';

export const STAGES = ['pre-sale', 'in-sale', 'after-sale'] as const;
export const StageSchema = z.enum(STAGES);

/** How a rehearsal can end (圆满, 解决, 勉强, 流失, 差评, 升级, 红线), from best to worst. */
export const ENDINGS = [
  'delighted',
  'solved',
  'grudging',
  'lost',
  'bad-review',
  'complaint',
  'red-line',
] as const;
export const EndingSchema = z.enum(ENDINGS);

export const CustomerGroupSchema = z.enum(['new', 'regular', 'vip', 'complaint', 'potential']);

/** Which fixtures of the shop the agent's panels show at the start. */
const AboutSchema = z.strictObject({
  order: FixtureIdSchema.optional(),
  products: z.array(FixtureIdSchema).optional(),
});

/**
 * What the customer must get. `goal`: whatever the persona. `figure`: only a persona that demands figures asks it.
 * `doubt`: only a persona that doubts, one doubt after the other; a spare doubt sleeps until the agent wakes it.
 */
const NeedSchema = z.strictObject({
  kind: z.enum(['goal', 'figure', 'doubt']),
  title: BilingualSchema,
  /** How the customer asks for it; `again` when the answer did not do. */
  ask: PoolSchema,
  again: PoolSchema.optional(),
  met: ConditionSchema,
  /** What the customer says when it is met. */
  thanks: PoolSchema.optional(),
  /** The beat from which on the customer asks for it by itself; it can be met before. */
  since: IdSchema.optional(),
  spare: z.boolean().default(false),
  /** The hidden fact whose telling brings this need up; it is no need before. */
  after: IdSchema.optional(),
  /** The variants that have this need; all when left out. */
  variants: z.array(IdSchema).min(1).optional(),
});

/** What the customer keeps to itself until the agent asks for it or touches it (R36). */
const HiddenSchema = z.strictObject({
  title: BilingualSchema,
  when: ConditionSchema,
  tell: PoolSchema,
  /** The variants in which it is so; all when left out. */
  variants: z.array(IdSchema).min(1).optional(),
});

const TransitionSchema = z.strictObject({
  when: ConditionSchema,
  say: PoolSchema.optional(),
  go: IdSchema.optional(),
  /** The talk comes to its close; `outcome.close` decides how. */
  close: z.boolean().default(false),
});

/** A step of the customer's own agenda. */
const BeatSchema = z.strictObject({
  /** Said on entry. The first beat's words open the rehearsal when the customer writes first. */
  say: PoolSchema.optional(),
  /** Whether these words wait for an answer; farewells do not. */
  owes: z.boolean().default(true),
  next: z.array(TransitionSchema).default([]),
  /** After these seconds without a reply the talk closes by itself; only where no answer is owed. */
  closesAfter: z.int().positive().optional(),
});

/** What the customer does on certain replies in this case, beside what its persona does. */
const ScriptReactionSchema = z.strictObject({
  id: IdSchema,
  title: BilingualSchema,
  when: ConditionSchema,
  mood: z.int().min(-5).max(10).default(0),
  say: PoolSchema.optional(),
  limit: z.int().positive().optional(),
  /** The rule that the reply broke, e.g. R26; named in the report. */
  rule: z
    .string()
    .regex(/^R\d{2}$/, '写成 R26 / write R26')
    .optional(),
});

/** When an action is open to the agent, and what the agent is told while it is not. */
const ActionRuleSchema = z.strictObject({
  when: ConditionSchema.optional(),
  refused: z.string().min(1).optional(),
  /** Allowed amount in CNY; above the maximum the action is done, and counts as beyond the agent's authority. */
  amount: z.strictObject({ min: FigureSchema, max: FigureSchema }).optional(),
  result: z.string().min(1).optional(),
});

const WhenEndingSchema = z.strictObject({ when: ConditionSchema.optional(), ending: EndingSchema });

/** What the rubric must know of the case. */
const AssessmentFields = {
  /** Severity of the complaint (R27); also says that this is a complaint. */
  grade: z.enum(['minor', 'moderate', 'severe']).optional(),
  escalation: z.enum(['required', 'allowed', 'needless']),
  /** Whether something beyond what is owed belongs to a good solution (R21), and between which amounts in CNY (R65). */
  compensation: z
    .strictObject({ floor: z.number().nonnegative(), ceiling: z.number().positive() })
    .optional(),
  /** Steps in order that the right handling takes (R24, R25, R67, R70 …). */
  process: z.array(z.strictObject({ title: BilingualSchema, done: ConditionSchema })),
  /** What selling well means here (R52, R56, R57); pre-sale cases have it. */
  guidance: z.array(z.strictObject({ title: BilingualSchema, done: ConditionSchema })),
};
const AssessmentSchema = z.strictObject({
  ...AssessmentFields,
  escalation: AssessmentFields.escalation.default('needless'),
  process: AssessmentFields.process.default([]),
  guidance: AssessmentFields.guidance.default([]),
});

/** One of several forms of the case, chosen by the seed. Its parts replace or add to the script's. */
const VariantSchema = z.strictObject({
  id: IdSchema,
  title: BilingualSchema,
  facts: z.record(IdSchema, FactSchema).default({}),
  about: AboutSchema.optional(),
  cues: z.record(IdSchema, CueSchema).optional(),
  claims: z.record(IdSchema, ClaimSchema).default({}),
  actions: z.partialRecord(ActionNameSchema, ActionRuleSchema).optional(),
  /** Added to the persona's starting mood level. */
  heat: z.int().min(-3).max(5).optional(),
  /** The customer's first words in this form. */
  opening: PoolSchema.optional(),
  /** Replaces parts of the assessment. */
  assessment: z.strictObject(AssessmentFields).partial().optional(),
});

/** What a simulated customer writes below its order after this ending. */
const ReviewsSchema = z.partialRecord(EndingSchema, z.array(z.string().min(1)).min(1));

/**
 * One customer's case. See docs/scripts.md for a guide; every reference inside is checked on loading.
 */
export const ScriptSchema = z.strictObject({
  id: IdSchema,
  version: z.int().positive(),
  source: z.string().min(1),
  title: BilingualSchema,
  summary: BilingualSchema,
  stage: StageSchema,
  level: z.enum(['novice', 'advanced']),
  tags: z.array(z.string().min(1)),
  platform: z.enum(['taobao', 'tmall', 'jd', 'pdd', 'douyin', 'weibo']),
  shop: IdSchema,
  now: LocalTimeSchema,
  /** Who writes first. */
  opens: z.enum(['customer', 'agent']),
  /** Added to the persona's starting mood level. */
  heat: z.int().min(-3).max(5).default(0),
  customer: z.strictObject({
    name: z.string().min(1),
    group: CustomerGroupSchema,
  }),
  /** What the agent knows before the start (R79). */
  brief: BilingualSchema,
  about: AboutSchema,
  facts: z.record(IdSchema, FactSchema).default({}),
  variants: z.array(VariantSchema).default([]),
  cues: z.record(IdSchema, CueSchema).default({}),
  claims: z.record(IdSchema, ClaimSchema).default({}),
  actions: z.partialRecord(ActionNameSchema, ActionRuleSchema).default({}),
  needs: z.record(IdSchema, NeedSchema),
  hidden: z.record(IdSchema, HiddenSchema),
  beats: z.record(IdSchema, BeatSchema),
  reactions: z.array(ScriptReactionSchema).default([]),
  /** More ways to say a voice of the persona in this case; they come before the persona's own. */
  voice: z.record(IdSchema, PoolSchema).default({}),
  redLines: z
    .array(
      z.strictObject({
        id: IdSchema,
        title: BilingualSchema,
        rule: z.string().regex(/^R\d{2}$/, '写成 R26 / write R26'),
        when: ConditionSchema,
      }),
    )
    .default([]),
  outcome: z.strictObject({
    /** At the close of the talk: the first that holds. The last has no condition. */
    close: z.array(WhenEndingSchema).min(1),
    /** The customer lost patience and went. */
    leave: z.array(WhenEndingSchema).min(1),
    /** The mood reached its worst. */
    boil: EndingSchema,
  }),
  endings: z.partialRecord(
    EndingSchema,
    z.strictObject({ title: BilingualSchema, say: PoolSchema.optional() }),
  ),
  reviews: ReviewsSchema.default({}),
  assessment: AssessmentSchema,
});

export type Script = z.infer<typeof ScriptSchema>;
export type Need = z.infer<typeof NeedSchema>;
export type Beat = z.infer<typeof BeatSchema>;
export type Ending = z.infer<typeof EndingSchema>;
export type Stage = z.infer<typeof StageSchema>;
export type ActionRule = z.infer<typeof ActionRuleSchema>;
