import { z } from 'zod';
import { ActionNameSchema } from '../../script/action';
import { BilingualSchema } from '../../script/text';
import { ActSchema } from '../../understanding/acts';
import { PromiseSchema } from '../promises';

const SeqSchema = z.int().positive();

/** A change of the customer's mood and what brought it about; `seq` is the place to show. */
const TurnSchema = z.object({
  at: z.number(),
  from: z.number(),
  to: z.number(),
  seq: SeqSchema,
  causes: z.array(BilingualSchema),
});

/** What a reply must do at this moment: one of the ways to give the customer what it waits for. */
const WayOutSchema = z.object({
  title: BilingualSchema,
  acts: z.array(ActSchema),
  /** Cues and claims of the script, by their titles. */
  says: z.array(z.string()),
  does: z.array(ActionNameSchema),
});

/** What a model transcript of the script did where the customer was given the same thing. */
const ModelReplySchema = z.object({
  /** The transcript in `<script>.runs.yaml`. */
  run: z.string(),
  /** Actions before the words that the trainee had not done, in order. */
  actions: z.array(ActionNameSchema),
  replies: z.array(z.string()).min(1),
  /** What it brought about when it was tried at this very moment. */
  achieves: z.array(BilingualSchema).min(1),
  /** The mood after it, and after what the trainee did. */
  level: z.number(),
});

const MomentSchema = z.object({
  /** The replies that the customer read, a wait, or the chat closed with something left open. */
  kind: z.enum(['reply', 'silence', 'close']),
  seq: SeqSchema,
  /** The replies and actions that the customer read together; the unanswered message of a wait; the closing. */
  seqs: z.array(SeqSchema),
  at: z.number(),
  from: z.number(),
  to: z.number(),
  /** Points of 100 that these replies cost. */
  lost: z.number(),
  causes: z.array(BilingualSchema),
  wanted: z.array(WayOutSchema),
  model: ModelReplySchema.nullable(),
});

const ThirdSchema = z.object({
  replies: z.int(),
  /** Share of replies in time, 0–1; null when none was timed. */
  inTime: z.number().nullable(),
  /** Mean wait, ms; null when nothing was waited for. */
  wait: z.number().nullable(),
  /** Deductions that point to these replies. */
  faults: z.int(),
  /** Needs met and facts found out. */
  progress: z.int(),
});

const ReasonSchema = z.object({ text: BilingualSchema, good: z.boolean(), seq: SeqSchema.nullable() });

/**
 * What a finished rehearsal has to teach, beside the score: all computed from the log and the model transcripts, and sent
 * to nobody before the end.
 */
export const DebriefSchema = z.object({
  promises: z.array(PromiseSchema),
  turns: z.array(TurnSchema),
  /** Up to three, in the order of the talk. */
  worst: z.array(MomentSchema),
  /** For each hidden fact that was missed, how a model transcript found it out. */
  missed: z.array(z.object({ id: z.string(), run: z.string(), reply: z.string() })),
  /** STAR (R19): where each letter was earned, null where it is missing. */
  star: z.object({
    S: SeqSchema.nullable(),
    T: SeqSchema.nullable(),
    A: SeqSchema.nullable(),
    R: SeqSchema.nullable(),
  }),
  /** The four elements of communication (R23). */
  elements: z.object({
    empathy: SeqSchema.nullable(),
    asking: SeqSchema.nullable(),
    guiding: SeqSchema.nullable(),
    confirming: SeqSchema.nullable(),
  }),
  /** First and last third of the replies (R98); null for a short talk. */
  thirds: z.object({ first: ThirdSchema, last: ThirdSchema }).nullable(),
  /** Why the simulated customer rated as it did. */
  reasons: z.array(ReasonSchema),
});

export type Debrief = z.infer<typeof DebriefSchema>;
export type Moment = Debrief['worst'][number];
export type WayOut = Moment['wanted'][number];
export type ModelReply = z.infer<typeof ModelReplySchema>;
export type Third = z.infer<typeof ThirdSchema>;
