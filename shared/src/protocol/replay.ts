import { z } from 'zod';
import { InsightSchema } from '../rehearsal/insight';
import { ReadSchema } from '../rehearsal/reads';
import { SourceSchema } from '../rehearsal/source';
import { ViewEntrySchema } from '../rehearsal/view';
import { BilingualSchema } from '../script/text';
import { ToneSchema } from '../script/tone';
import { DeskSchema } from './rest';

/** A finished rehearsal as its desk was, and what went on inside the customer meanwhile. The log itself is in the report. */
export const ReplaySchema = z.object({
  desk: DeskSchema,
  /** Every entry of the log as it was sent to the trainee, through the same filter. */
  views: z.array(ViewEntrySchema),
  reads: z.array(ReadSchema),
  insights: z.array(InsightSchema),
  sources: z.array(SourceSchema),
  /** How this persona's moods are called; known after an exam too. */
  tones: z.record(ToneSchema, BilingualSchema),
  /** The script's names, in Chinese, of what replies were found to hold. */
  titles: z.object({ cues: z.record(z.string(), z.string()), claims: z.record(z.string(), z.string()) }),
});
export type Replay = z.infer<typeof ReplaySchema>;
