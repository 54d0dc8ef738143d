import { ResultSchema, StepSchema } from '@kefu/shared/protocol/teaching';
import { LabelledReplySchema } from '@kefu/shared/understanding/labelled-reply';
import { z } from 'zod';

const packed = z.instanceof(Uint8Array);

/** What the learner is given to do. */
export const TaskSchema = z.object({
  /** The folder of labelled replies, with `train` and `held-out` in it. */
  replies: z.string(),
  labelled: z.array(LabelledReplySchema),
  /** Those of them that the model to compare with has not learnt. */
  fresh: z.array(LabelledReplySchema),
  current: packed,
});

/** What the learner tells: where it is, and in the end what it has made. */
export const NewsSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('step'), step: StepSchema }),
  z.object({
    kind: z.literal('done'),
    hash: z.string(),
    rows: z.int(),
    packed,
    result: ResultSchema,
    before: ResultSchema.extend({ hash: z.string() }),
  }),
]);

export type Task = z.infer<typeof TaskSchema>;
export type News = z.infer<typeof NewsSchema>;
export type Made = Extract<News, { kind: 'done' }>;
