import { z } from 'zod';
import { ProgressSchema } from '../scoring/progress';
import { BilingualSchema } from '../script/text';
import { RehearsalSummarySchema } from './rest';
import { NewWorkNoteSchema } from './work-notes';

/** What somebody wrote into their own work log (R81), characters. */
export const JournalTextSchema = z.string().trim().min(1, '请填写内容').max(2000, '最多 2000 个字');
export const JournalFormSchema = z.strictObject({ text: JournalTextSchema });

/** The rehearsal that an entry speaks of. */
const rehearsal = z.object({ id: z.string(), title: BilingualSchema, over: z.boolean() });
const base = { id: z.string(), at: z.iso.datetime() };

/** An entry of one's own log: written there, noted at the desk during a rehearsal, or written down after one. */
export const JournalEntrySchema = z.discriminatedUnion('from', [
  z.object({ ...base, from: z.literal('self'), text: z.string() }),
  z.object({ ...base, from: z.literal('desk'), text: z.string(), rehearsal }),
  z.object({ ...base, from: z.literal('after'), note: NewWorkNoteSchema, rehearsal }),
]);
/** Newest first. */
export const JournalSchema = z.object({ entries: z.array(JournalEntrySchema) });

/** One's own progress, with the finished rehearsals that it is made of, oldest first. */
export const OwnProgressSchema = ProgressSchema.extend({ rehearsals: z.array(RehearsalSummarySchema) });

export type JournalEntry = z.infer<typeof JournalEntrySchema>;
export type JournalForm = z.infer<typeof JournalFormSchema>;
export type OwnProgress = z.infer<typeof OwnProgressSchema>;
