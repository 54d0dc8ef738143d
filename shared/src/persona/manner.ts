import { z } from 'zod';
import { ToneSchema } from '../script/tone';

/** How a customer writes, whatever it says. */
export const MannerSchema = z.strictObject({
  typing: z
    .number()
    .min(0.3)
    .max(4)
    .default(1)
    .describe('打字时间的倍数，小于 1 更快 / factor on the time that typing takes'),
  reading: z
    .number()
    .min(0.3)
    .max(4)
    .default(1)
    .describe('阅读时间的倍数，小于 1 更快 / factor on the time that reading takes'),
  splits: z
    .boolean()
    .default(false)
    .describe('把一句话拆成几条发 / sends every part of a sentence by itself'),
  signs: z
    .enum(['as-written', 'none', 'loud'])
    .default('as-written')
    .describe(
      '标点：as-written 照写，none 用空格，loud 都用感叹号 / signs: as written, blanks instead, or loud',
    ),
});
export type Manner = z.infer<typeof MannerSchema>;

/** How often, about one in so many turns, and in which tones the customer throws in a line of its voice `interject`. */
export const InterjectsSchema = z.strictObject({
  every: z.int().min(2).max(20).describe('大约每几轮插一句 / about one in so many turns'),
  mood: z.array(ToneSchema).min(1).optional().describe('只在这些心情里 / only in these tones'),
});

/** Longest burst, messages. */
const LONGEST_BURST = 5;
/** A part of a sentence below this many characters goes with the next one. */
const SHORTEST_PART = 3;

/** The messages that come of one when it is written in this manner, at least one. */
export const writtenAs = (manner: Manner, text: string): string[] =>
  (manner.splits ? partsOf(text) : [text]).map((part) => signed(manner, part));

function signed({ signs }: Manner, text: string): string {
  switch (signs) {
    case 'as-written':
      return text;
    case 'none':
      return withoutSigns(text);
    case 'loud':
      return text.replace(/(?:[。.~～]+|([^\p{P}\p{S}]))$/u, '$1！');
  }
}

function partsOf(text: string): string[] {
  const parts: string[] = [];
  for (const [part] of text.matchAll(/[，。；！？]*[^，。；！？]+[，。；！？]*/gu)) {
    const last = parts.at(-1);
    if (last !== undefined && (last.length < SHORTEST_PART || parts.length === LONGEST_BURST)) {
      parts[parts.length - 1] = last + part;
    } else parts.push(part);
  }
  return parts.length === 0 ? [text] : parts.map((part) => part.replace(/[，。；]+$/u, ''));
}

/** What only consists of signs says something with them. */
const withoutSigns = (text: string): string => text.replace(/[，。；！、]+/gu, ' ').trim() || text;

/** Two manners of writing in one: times multiply, and the later decides on signs unless it leaves them. */
export function mannersTogether(first: Manner | undefined, second: Manner): Manner {
  if (!first) return second;
  return {
    typing: first.typing * second.typing,
    reading: first.reading * second.reading,
    splits: first.splits || second.splits,
    signs: second.signs === 'as-written' ? first.signs : second.signs,
  };
}
