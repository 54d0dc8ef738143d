import { z } from 'zod';
import { BilingualSchema } from '../script/text';

const text = z.string().trim().max(500, '最多 500 字');

/** What an agent writes down after a talk (R81): what it was about, what was promised and by when, what caused it. */
export const NewWorkNoteSchema = z.strictObject({
  issue: text.min(1, '不能为空'),
  promise: text,
  cause: text,
});
export const WorkNoteSchema = NewWorkNoteSchema.extend({
  rehearsal: z.string(),
  title: BilingualSchema,
  at: z.iso.datetime(),
});
export const FoundWorkNoteSchema = z.object({ note: WorkNoteSchema.nullable() });

export type NewWorkNote = z.infer<typeof NewWorkNoteSchema>;
export type WorkNote = z.infer<typeof WorkNoteSchema>;
