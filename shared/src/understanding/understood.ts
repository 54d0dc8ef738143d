import { z } from 'zod';
import { ActSchema } from './acts';

/** A span of the reply in UTF-16 offsets, `start` included, `end` excluded. */
const span = { start: z.int().nonnegative(), end: z.int().nonnegative() };

/** Words that spoke for (weight > 0) or against an act; shown to people as the reason. */
export const ReasonSchema = z.object({ words: z.string(), weight: z.number(), ...span });

export const ActHitSchema = z.object({
  act: ActSchema,
  /** Calibrated probability, 0–1. */
  confidence: z.number().min(0).max(1),
  ...span,
});

export const CueHitSchema = z.object({ cue: z.string(), confidence: z.number().min(0).max(1), ...span });

/**
 * What a stated figure is worth against the shop's facts: `right`; `wrong`, contradicted by a fact;
 * `beyond`, more than this agent may grant; `low`, less than the customer is owed.
 */
export const VerdictSchema = z.enum(['right', 'wrong', 'beyond', 'low']);

export const ClaimHitSchema = z.object({
  claim: z.string(),
  verdict: VerdictSchema,
  /** The figure in normal form, e.g. `38h`, `10.00`, `L`: equal figures have equal values. */
  value: z.string(),
  ...span,
});

/** All that one reply was found to do, say and promise. Stored with the reply, so that a log replays without the recogniser. */
export const UnderstoodSchema = z.object({
  /** Hash of the model that recognised the acts; logs from before models had versions do not say. */
  recogniser: z.string().optional(),
  acts: z.array(ActHitSchema),
  cues: z.array(CueHitSchema),
  claims: z.array(ClaimHitSchema),
});

export type Reason = z.infer<typeof ReasonSchema>;
export type ActHit = z.infer<typeof ActHitSchema>;
export type CueHit = z.infer<typeof CueHitSchema>;
export type Verdict = z.infer<typeof VerdictSchema>;
export type ClaimHit = z.infer<typeof ClaimHitSchema>;
export type Understood = z.infer<typeof UnderstoodSchema>;
