import { z } from 'zod';

/** Ids are lower-case words joined by hyphens: they stand in file names, URLs and state names. */
export const IdSchema = z
  .string()
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    '用小写英文单词和连字符，例如 size-advice / lower-case words and hyphens, as in size-advice',
  );

/** How every content file begins: what it is called, and its version. */
export const FILE_HEAD = {
  id: IdSchema.describe(
    '名字：小写英文单词和连字符，和文件名相同 / the id: lower-case words and hyphens, the same as the file name',
  ),
  version: z
    .int()
    .positive()
    .describe('版本，从 1 开始，每次改动加 1 / version, from 1, one more with each change'),
};

/** A text for people: Simplified Chinese first, English second. */
export const BilingualSchema = z.strictObject({
  zh: z.string().min(1).describe('简体中文 / Simplified Chinese'),
  en: z.string().min(1).describe('英文 / English'),
});

/** One chat message of the customer: words, or a picture described in words. `{fact}` is replaced by a fact of the case. */
const PartSchema = z.union([
  z.string().min(1),
  z.strictObject({ photo: z.string().min(1).describe('图片，用文字描述 / a picture, described in words') }),
]);

/** One way to say a thing: a message, or a burst of several messages. */
const LineSchema = z.union([PartSchema, z.array(PartSchema).min(1).max(5)]);
const LinesSchema = z.array(LineSchema).min(1);

/**
 * Ways to say the same thing, one of which is chosen by the seed: the same for everybody, or by persona id,
 * with `any` for all the others.
 */
export const PoolSchema = z.union([LinesSchema, z.record(IdSchema, LinesSchema)]);

export type Bilingual = z.infer<typeof BilingualSchema>;
export type Part = z.infer<typeof PartSchema>;
export type Line = z.infer<typeof LineSchema>;
export type Pool = z.infer<typeof PoolSchema>;

/** The lines of a pool for one persona: its own, else those of the persona it is `like`, else `any`; empty when there are none. */
export function linesFor(pool: Pool, persona: { id: string; like?: string | undefined }): readonly Line[] {
  if (Array.isArray(pool)) return pool;
  return pool[persona.id] ?? (persona.like ? pool[persona.like] : undefined) ?? pool.any ?? [];
}
