import { z } from 'zod';
import { ActionSchema } from '../script/action';
import { EndingSchema } from '../script/kinds';
import { BilingualSchema } from '../script/text';
import { ToneSchema } from '../script/tone';
import { CardSchema } from '../shop/knowledge';
import { UnderstoodSchema } from '../understanding/understood';

/** What every entry has: its number in the log from 1 on, and its time in ms since the start of the rehearsal. */
const base = { seq: z.int().positive(), at: z.number().nonnegative() };

/** Reply ids are made by the client, so that a message sent twice is stored once. */
export const ReplyIdSchema = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);

export const NoteSchema = z.object({
  kind: z.enum(['reaction', 'need', 'told', 'beat', 'red-line', 'doubt', 'blocked', 'ending']),
  id: z.string(),
});

export const ReplyEntrySchema = z.object({
  ...base,
  kind: z.literal('reply'),
  id: ReplyIdSchema,
  text: z.string(),
  understood: UnderstoodSchema,
  /** It is a copy of an earlier reply, or a heap of everything that one could say: not meant for this customer. */
  repeated: z.boolean(),
  /** It gives another figure than the agent gave before. */
  contradicts: z.boolean(),
});

/**
 * What a trainee is told who asked for a hint. `about`: to listen first, to speak first, to soothe, what is asked, what
 * lies before the customer's next step, what it keeps to itself, or to come to a close. `level`: how plain, from 1 on.
 */
export const HintSchema = z.object({
  about: z.enum(['listen', 'open', 'soothe', 'need', 'next', 'hidden', 'close']),
  level: z.int().positive(),
  words: BilingualSchema,
});
export type Hint = z.infer<typeof HintSchema>;

export const ActionEntrySchema = z.object({
  ...base,
  kind: z.literal('action'),
  id: ReplyIdSchema,
  action: ActionSchema,
  outcome: z.discriminatedUnion('status', [
    z.object({
      status: z.literal('done'),
      verdict: z.enum(['right', 'beyond', 'low']),
      text: z.string(),
      /** The same in English where the words are not the script's own. */
      en: z.string().optional(),
      /** The knowledge card that was opened. */
      card: CardSchema.optional(),
      hint: HintSchema.optional(),
    }),
    z.object({ status: z.literal('refused'), text: z.string(), en: z.string().optional() }),
  ]),
});

export const MessageEntrySchema = z.object({
  ...base,
  kind: z.literal('message'),
  /** When the customer began to type it, ms. */
  typedFrom: z.number().nonnegative(),
  content: z.union([z.object({ text: z.string() }), z.object({ photo: z.string() })]),
  /** An answer is owed; farewells and “好的我等你” owe none. */
  owes: z.boolean(),
  /** Where the words come from: the pool and the number of its line. */
  pool: z.string(),
  line: z.int().nonnegative(),
});

/** What the customer's inside did: notes of the machine and the mood before and after. Hidden from trainees until the end. */
export const EffectEntrySchema = z.object({
  ...base,
  kind: z.literal('effect'),
  notes: z.array(NoteSchema),
  from: z.number(),
  to: z.number(),
  tone: ToneSchema,
  /** Seq of the replies and actions that the customer has just read; empty when time did it. */
  replies: z.array(z.int()),
});

export const EndedEntrySchema = z.object({ ...base, kind: z.literal('ended'), ending: EndingSchema });

/** One entry of a rehearsal's log. Replies and actions come from outside; everything else follows from them and the time. */
export const EntrySchema = z.discriminatedUnion('kind', [
  ReplyEntrySchema,
  ActionEntrySchema,
  MessageEntrySchema,
  EffectEntrySchema,
  EndedEntrySchema,
]);

export type Entry = z.infer<typeof EntrySchema>;
export type ReplyEntry = z.infer<typeof ReplyEntrySchema>;
export type ActionEntry = z.infer<typeof ActionEntrySchema>;
export type MessageEntry = z.infer<typeof MessageEntrySchema>;
export type EffectEntry = z.infer<typeof EffectEntrySchema>;
export type Note = z.infer<typeof NoteSchema>;

/** Whether an entry came from the trainee; the rest of the log is computed. */
export const isInput = (entry: Entry): entry is ReplyEntry | ActionEntry =>
  entry.kind === 'reply' || entry.kind === 'action';
