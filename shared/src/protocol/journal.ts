import { z } from 'zod';
import { ProgressSchema } from '../scoring/progress';
import { BilingualSchema } from '../script/text';
import { RehearsalSummarySchema } from './rest';

/** What somebody wrote into their own work log (R81), characters. */
export const JournalTextSchema = z.string().trim().min(1, '请填写内容').max(2000, '最多 2000 个字');
export const JournalFormSchema = z.strictObject({ text: JournalTextSchema });

/** An entry of one's own log: written there, or noted at the desk during a rehearsal. */
export const JournalEntrySchema = z.discriminatedUnion('from', [
  z.object({ from: z.literal('self'), id: z.string(), at: z.iso.datetime(), text: z.string() }),
  z.object({
    from: z.literal('desk'),
    id: z.string(),
    at: z.iso.datetime(),
    text: z.string(),
    rehearsal: z.object({ id: z.string(), title: BilingualSchema, over: z.boolean() }),
  }),
]);
/** Newest first. */
export const JournalSchema = z.object({ entries: z.array(JournalEntrySchema) });

/** One's own progress, with the finished rehearsals that it is made of, oldest first. */
export const OwnProgressSchema = ProgressSchema.extend({ rehearsals: z.array(RehearsalSummarySchema) });

export type JournalEntry = z.infer<typeof JournalEntrySchema>;
export type JournalForm = z.infer<typeof JournalFormSchema>;
export type OwnProgress = z.infer<typeof OwnProgressSchema>;
