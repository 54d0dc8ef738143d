import { z } from 'zod';
import { ACT_IDS, ActSchema } from '../understanding/acts';
import { brokenRule } from '../understanding/border-rules';
import { MAX_REPLY_LENGTH } from './socket';

/** What a trainer says of a reply: the acts in their documented order, each once. */
export const LabelsSchema = z
  .array(ActSchema)
  .refine((acts) => new Set(acts).size === acts.length, '同一个标签只能有一次')
  .refine((acts) => brokenRule(acts) === undefined, '这两个标签互斥')
  .transform((acts) => acts.toSorted((a, b) => ACT_IDS.indexOf(a) - ACT_IDS.indexOf(b)));

/** A reply and what the customer had said before it: the same words again are the same reply. */
const reply = {
  text: z
    .string()
    .max(MAX_REPLY_LENGTH)
    .refine((text) => text.trim() !== '', '不能为空'),
  context: z.string().max(MAX_REPLY_LENGTH),
};

/** A reply that the recogniser was unsure of. Nobody's name stands beside it. */
export const DoubtfulReplySchema = z.object({
  id: z.string(),
  ...reply,
  /** How often it was written. */
  times: z.int().positive(),
  /** 0–1. */
  doubt: z.number(),
  /** All acts; those that are `said` count when a reply is understood. `words` decided for it. */
  suggestions: z.array(
    z.object({
      act: ActSchema,
      probability: z.number(),
      said: z.boolean(),
      words: z.array(z.string()),
    }),
  ),
});

/** The most doubtful ones first, one page of them; what is labelled leaves the list. */
export const DoubtfulSchema = z.object({
  replies: z.array(DoubtfulReplySchema),
  /** How many there are in all. */
  left: z.int().nonnegative(),
});

/** `labels` null: passed over, not to be asked again. */
export const NewLabelSchema = z.strictObject({ ...reply, labels: LabelsSchema.nullable() });

export const LabelSchema = z.object({
  id: z.string(),
  ...reply,
  labels: z.array(ActSchema).nullable(),
  by: z.string(),
  at: z.iso.datetime(),
});

/** Newest first. */
export const LabelledSchema = z.object({ labels: z.array(LabelSchema) });

const FiguresSchema = z.object({
  rows: z.int().nonnegative(),
  macroF1: z.number(),
  microF1: z.number(),
});
/** How a model did on the replies that are held out, and on those that were labelled here since the model before it. */
export const ResultSchema = z.object({ heldOut: FiguresSchema, labelled: FiguresSchema });

/** What a model was taught here, and how it did beside the one that was current then. */
export const LessonSchema = z.object({
  labelled: z.int().nonnegative(),
  ms: z.number().nonnegative(),
  result: ResultSchema,
  before: ResultSchema.extend({ hash: z.string() }),
});

export const ModelSummarySchema = z.object({
  hash: z.string(),
  createdAt: z.iso.datetime(),
  /** How many labelled replies it has learnt. */
  rows: z.int().nonnegative(),
  /** Who had it trained; null for one that came with the program. */
  by: z.string().nullable(),
  current: z.boolean(),
  lesson: LessonSchema.nullable(),
});

export const StepSchema = z.enum(['reading', 'learning', 'measuring']);

/** What the trainer of models is doing; times in ms. */
export const WorkSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('idle') }),
  z.object({ is: z.literal('running'), step: StepSchema, elapsed: z.number(), expected: z.number() }),
  z.object({ is: z.literal('failed'), reason: z.string() }),
]);

export const TrainingSchema = z.object({
  work: WorkSchema,
  /** Replies labelled in all, and those that no training has seen yet. */
  labelled: z.int().nonnegative(),
  fresh: z.int().nonnegative(),
  /** A training would give another model than the last one did. */
  changed: z.boolean(),
  /** Newest first. */
  models: z.array(ModelSummarySchema),
});

export const ModelChoiceSchema = z.strictObject({ hash: z.string().min(1).max(64) });

export type DoubtfulReply = z.infer<typeof DoubtfulReplySchema>;
export type Doubtful = z.infer<typeof DoubtfulSchema>;
export type NewLabel = z.input<typeof NewLabelSchema>;
export type Label = z.infer<typeof LabelSchema>;
export type Figures = z.infer<typeof FiguresSchema>;
export type Result = z.infer<typeof ResultSchema>;
export type Lesson = z.infer<typeof LessonSchema>;
export type ModelSummary = z.infer<typeof ModelSummarySchema>;
export type Step = z.infer<typeof StepSchema>;
export type Work = z.infer<typeof WorkSchema>;
export type Training = z.infer<typeof TrainingSchema>;
