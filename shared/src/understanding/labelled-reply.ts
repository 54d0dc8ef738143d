import { z } from 'zod';
import { ActSchema } from './acts';

/** One labelled example reply, a line of `scenarios/replies/**.jsonl`. */
export const LabelledReplySchema = z.strictObject({
  id: z.string().min(1).optional(),
  text: z.string(),
  /** What the customer had said before. */
  context: z.string().optional(),
  labels: z.array(ActSchema),
  /** Acts whose signal words stand in the text although it does not do them; kept for analysis. */
  hard: z.array(ActSchema).optional(),
  /**
   * Acts that the row was written for. It teaches nothing of the others: in such rows they are not as frequent as in real talk.
   */
  only: z.array(ActSchema).optional(),
  /** Acts on which careful people disagree for this text: neither taught nor counted when measuring. */
  contested: z.array(ActSchema).optional(),
});

export type LabelledReply = z.infer<typeof LabelledReplySchema>;
