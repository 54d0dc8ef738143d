import { z } from 'zod';
import { ToneSchema } from '../script/tone';

/** How a customer writes, whatever it says. */
export const MannerSchema = z.strictObject({
  /** Factor on the time that typing and reading take: below 1 is quicker. */
  typing: z.number().min(0.3).max(4).default(1),
  reading: z.number().min(0.3).max(4).default(1),
  /** Sends every part of a sentence by itself. */
  splits: z.boolean().default(false),
  /** `none`: blanks instead of signs, as people do who dictate or type slowly. `loud`: 。 and no sign at the end become ！. */
  signs: z.enum(['as-written', 'none', 'loud']).default('as-written'),
});
export type Manner = z.infer<typeof MannerSchema>;

/** How often, about one in so many turns, and in which tones the customer throws in a line of its voice `interject`. */
export const InterjectsSchema = z.strictObject({
  every: z.int().min(2).max(20),
  mood: z.array(ToneSchema).min(1).optional(),
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
