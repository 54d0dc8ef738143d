import { z } from 'zod';
import { EntrySchema } from '../rehearsal/entry';
import { ScorecardSchema } from './scorecard';

/**
 * All that is needed to check a score again on any machine (成绩凭证): what it was played on, by hash, the log and the score.
 * Hashes are SHA-256 over the canonical JSON of the loaded content.
 */
export const ReceiptSchema = z.object({
  format: z.literal('kefu-receipt'),
  version: z.literal(1),
  script: z.object({ id: z.string(), version: z.int(), hash: z.string() }),
  shop: z.object({ id: z.string(), version: z.int(), hash: z.string() }),
  persona: z.object({ id: z.string(), version: z.int(), hash: z.string() }),
  rubric: z.object({ id: z.string(), version: z.int(), hash: z.string() }),
  recogniser: z.object({ hash: z.string() }),
  seed: z.int().nonnegative(),
  pace: z.number(),
  mode: z.enum(['practice', 'exam']),
  /** Time up to which the rehearsal ran, ms since the start. */
  until: z.number(),
  log: z.array(EntrySchema),
  scorecard: ScorecardSchema,
});
export type Receipt = z.infer<typeof ReceiptSchema>;
