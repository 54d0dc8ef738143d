import { z } from 'zod';

/** How many phrases one user may keep: more are found no faster than they are typed. */
export const MAX_PHRASES = 200;

const title = z.string().trim().min(1, '不能为空').max(20, '最多 20 字');
const text = z.string().trim().min(1, '不能为空').max(500, '最多 500 字');

/** A phrase of one's own. The title is also what is typed behind the slash. */
export const NewPhraseSchema = z.strictObject({ title, text });
export const PhraseChangeSchema = NewPhraseSchema.partial();
export const PhraseSchema = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  /** How often it was put into a reply. */
  uses: z.int().nonnegative(),
});
/** The most used first, among equals the newest. */
export const PhrasesSchema = z.object({ phrases: z.array(PhraseSchema) });

export type Phrase = z.infer<typeof PhraseSchema>;
export type NewPhrase = z.infer<typeof NewPhraseSchema>;
export type PhraseChange = z.infer<typeof PhraseChangeSchema>;
