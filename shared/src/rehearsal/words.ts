import { writtenAs } from '../persona/manner';
import type { Case } from '../script/case';
import type { Say } from '../script/machine/context';
import { type Line, linesFor, type Part, type Pool } from '../script/text';
import type { Tone } from '../script/tone';
import { seededNumber, seededOrder } from './random';

/** How often each pool was used, and the last words said. */
export type WordsState = { readonly used: Readonly<Record<string, number>>; readonly last: string };

export const NOTHING_SAID: WordsState = { used: {}, last: '' };

/** The lines of a pool by its id, e.g. `beat.opening`, `need.size.ask`, `voice.nudge`; empty when the case has none. */
export function poolLines(facts: Case, poolId: string): readonly Line[] {
  const { script, persona, needs } = facts;
  const [kind = '', id = '', part = ''] = poolId.split('.');
  const lines = (pool: Pool | undefined) => (pool ? linesFor(pool, persona) : []);
  switch (kind) {
    case 'voice':
      return [...lines(script.voice[id]), ...lines(persona.voice[id])];
    case 'beat':
      return lines(part === '' ? script.beats[id]?.say : script.beats[id]?.next[Number(part)]?.say);
    case 'need': {
      const need = needs[id];
      if (part === 'thanks') return lines(need?.thanks);
      const again = lines(need?.again);
      return part === 'again' && again.length > 0 ? again : lines(need?.ask);
    }
    case 'hidden':
      return lines(script.hidden[id]?.tell);
    case 'reaction':
      return lines(script.reactions.find((reaction) => reaction.id === id)?.say);
    case 'ending':
      return lines(Object.entries(script.endings).find(([ending]) => ending === id)?.[1]?.say);
    default:
      return [];
  }
}

/**
 * Chooses the next line of a pool: all lines in an order that the seed decides, then all again in another order,
 * and never the words that were said just before while there are others.
 */
export function chooseLine(facts: Case, seed: number, words: WordsState, poolId: string) {
  const lines = poolLines(facts, poolId);
  const used = words.used[poolId] ?? 0;
  const order = seededOrder(seed, `${poolId}#${Math.floor(used / Math.max(1, lines.length))}`, lines.length);
  const fresh = order.slice(used % Math.max(1, lines.length)).concat(order);
  const index = fresh.find((candidate) => wordsOf(facts, lines[candidate]) !== words.last) ?? fresh[0] ?? 0;
  const line = lines[index];
  const parts = (line === undefined ? [] : Array.isArray(line) ? line : [line]).map((part) =>
    fill(facts, part),
  );
  return {
    index,
    parts: parts.flatMap((part) => writeIn(facts, part)),
    words: { used: { ...words.used, [poolId]: used + 1 }, last: wordsOf(facts, line) },
  };
}

const wordsOf = (facts: Case, line: Line | undefined): string =>
  JSON.stringify(line === undefined ? '' : line) + facts.variant;

/** Puts the facts of the case into `{fact}`. */
export const fillText = ({ facts }: Case, text: string): string =>
  text.replace(/\{([a-z0-9-]+)\}/g, (whole, id) => facts[id] ?? whole);

const fill = (facts: Case, part: Part): Part =>
  typeof part === 'string' ? fillText(facts, part) : { photo: fillText(facts, part.photo) };

/** Whether the customer waits for an answer after these words: thanks where it expects nothing more want none. */
export const waitsFor = ({ script }: Case, beat: string, { pool, owes }: Readonly<Say>): boolean =>
  owes && (!pool.endsWith('.thanks') || (script.beats[beat]?.owes ?? true));

/** Pictures are sent in one manner. */
function writeIn({ persona: { manner } }: Case, part: Part): Part[] {
  return manner && typeof part === 'string' ? writtenAs(manner, part) : [part];
}

/** Whether the customer throws in a line of its own before what it is about to say. */
export function interjects(
  { persona: { interjects } }: Case,
  seed: number,
  { used }: WordsState,
  tone: Tone,
): boolean {
  if (!interjects || interjects.mood?.includes(tone) === false) return false;
  const turns = Object.values(used).reduce((sum, count) => sum + count, 0);
  return seededNumber(seed, `interject/${turns}`) % interjects.every === 0;
}

/** How long a customer types a message, ms: a person with a phone, 450 ms to start and about 110 ms a character. */
export function typingMs({ persona }: Case, seed: number, part: Part, nth: number): number {
  const length = typeof part === 'string' ? part.length : 12;
  const hurry = 0.85 + (seededNumber(seed, `typing/${nth}`) % 300) / 1000;
  return Math.round(Math.min(5_000, 450 + 110 * length) * hurry * (persona.manner?.typing ?? 1));
}

/** How long a customer reads a reply before answering, ms. */
export const readingMs = ({ persona }: Case, text: string): number =>
  Math.round(Math.min(4_000, 900 + 30 * text.length) * (persona.manner?.reading ?? 1));
