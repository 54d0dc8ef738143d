import { z } from 'zod';
import { EntrySchema } from '../rehearsal/entry';
import { NextExerciseSchema } from '../scoring/debrief/next';
import { DebriefSchema } from '../scoring/debrief/schema';
import { ScorecardSchema } from '../scoring/scorecard';
import { BotLogSchema } from '../script/bot-log';
import { BilingualSchema } from '../script/text';
import { ActSchema } from '../understanding/acts';
import { ReasonSchema } from '../understanding/understood';
import { CustomerSchema, PersonaSummarySchema, RehearsalSummarySchema } from './rest';

const ActReasonsSchema = z.object({
  seq: z.int(),
  act: ActSchema,
  /** The words that spoke for (weight > 0) or against the act, strongest first. */
  reasons: z.array(ReasonSchema),
});
export type ActReasons = z.infer<typeof ActReasonsSchema>;

/** All of a finished rehearsal: nothing is hidden any more. */
export const ReportSchema = z.object({
  rehearsal: RehearsalSummarySchema,
  exercise: z.object({
    customer: CustomerSchema,
    /** Played again with the same seed, the customer is the same to the word. */
    seed: z.int().nonnegative(),
    persona: PersonaSummarySchema,
    variant: BilingualSchema.nullable(),
    moodName: BilingualSchema,
    /** What was said to the robot before the agent took over (R78). */
    botLog: BotLogSchema.nullable(),
  }),
  scorecard: ScorecardSchema,
  debrief: DebriefSchema,
  /** For the trainee themselves; null when all is passed. */
  next: NextExerciseSchema.nullable(),
  log: z.array(EntrySchema),
  /** Why each reply was understood as it was, by its number in the log; empty where its model is lost. */
  reasons: z.array(ActReasonsSchema),
});
export type Report = z.infer<typeof ReportSchema>;
