import { charTable } from './char-table';
import type { Reading } from './reading';

/** How telling a character n-gram is in service talk. */
export type WeightOfGram = (gram: string) => number;

/**
 * Numbers, from 1 on, for the characters, pairs of characters and word classes of all phrases that the cues of a script were
 * taught with. Once all are learnt, 0 stands for what is in none of them and so is like nothing.
 */
export class Grams {
  private readonly chars = new Map<number, number>();
  private readonly pairs = new Map<number, number>();
  private readonly kinds = new Map<number, number>();
  private learning = true;
  /** All numbers are below. */
  count = 1;

  /** No gram gets a number any more. */
  close(): void {
    this.learning = false;
  }

  char(text: string, at: number): number {
    return this.numberIn(this.chars, text.charCodeAt(at));
  }

  /** The number of the pair that begins at a place; 0 where the text ends. */
  pair(text: string, at: number): number {
    if (at + 1 >= text.length) return 0;
    return this.numberIn(this.pairs, (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1));
  }

  wordClass(kind: number): number {
    return this.numberIn(this.kinds, kind);
  }

  private numberIn(numbers: Map<number, number>, gram: number): number {
    const known = numbers.get(gram);
    if (known !== undefined) return known;
    if (!this.learning) return 0;
    numbers.set(gram, this.count);
    return this.count++;
  }
}

/** Normalised text with the number of the character at each place, of the pair that begins there, and of the words in it. */
export type Numbered = {
  readonly text: string;
  readonly chars: readonly number[];
  readonly pairs: readonly number[];
  readonly words: readonly { readonly gram: number; readonly start: number; readonly end: number }[];
};

/** A phrase as cues compare it: what it says, character by character and by word class. */
export type Phrase = {
  /**
   * The characters that carry matter, one after the other: the pairs before and after it, the character, how many word classes it
   * stands in, and these.
   */
  readonly units: Int32Array;
  readonly weights: Float64Array;
  /** The sum of the weights. */
  readonly weight: number;
  /** A bit for each gram of the phrase. */
  readonly said: Uint32Array;
};

/** Characters that carry manners but no matter. */
const FILLERS = charTable('的了呢哦哈呀啊吧嘛哒滴亲您你我们这那就都也还个下,.?!~;:" ');
const isFiller = (text: string, at: number): boolean => FILLERS[text.charCodeAt(at)] === 1;

type Place = { readonly start: number; readonly end: number };

/** Where the parts of a unit stand. */
const [AFTER, CHAR, CLASSES, OWN] = [1, 2, 3, 4];

/** How surely a character is said: in one of its pairs, only alone, or by another word of its class. */
const [PAIRED, ALONE, ALIKE] = [1, 0.6, 0.5];

export function numberGrams({ normal: { text }, words: found }: Reading, grams: Grams): Numbered {
  const chars: number[] = [];
  const pairs: number[] = [];
  for (let at = 0; at < text.length; at++) {
    chars.push(grams.char(text, at));
    pairs.push(grams.pair(text, at));
  }
  const words: { gram: number; start: number; end: number }[] = [];
  for (const { classes, start, end } of found) {
    // Single characters belong to too many classes to say that two of them mean the same.
    if (end - start < 2) continue;
    for (const kind of classes) {
      const gram = grams.wordClass(kind);
      if (gram > 0) words.push({ gram, start, end });
    }
  }
  return { text, chars, pairs, words };
}

/** Bits for all grams, none of them said; several times over if wanted. */
export const bitsFor = (grams: Grams, times = 1): Uint32Array =>
  new Uint32Array(times * ((grams.count >>> 5) + 1));

/** Sets the bits of the grams that stand at these places of a text. */
export function putSaid({ chars, pairs, words }: Numbered, { start, end }: Place, said: Uint32Array): void {
  for (const word of words) if (word.start >= start && word.end <= end) put(said, word.gram);
  for (let at = start; at < end; at++) {
    put(said, chars[at] ?? 0);
    if (at + 1 < end) put(said, pairs[at] ?? 0);
  }
}

/** A taught phrase. */
export function phraseOf(numbered: Numbered, grams: Grams, weightOf: WeightOfGram): Phrase {
  const { text, chars, pairs, words } = numbered;
  const units: number[] = [];
  const weights: number[] = [];
  let weight = 0;
  for (let at = 0; at < text.length; at++) {
    if (isFiller(text, at)) continue;
    const classes = units.push(pairs[at - 1] ?? 0, pairs[at] ?? 0, chars[at] ?? 0, 0) - 1;
    for (const { gram, start, end } of words) if (start <= at && at < end) units.push(gram);
    units[classes] = units.length - 1 - classes;
    const own = weightOf(text.charAt(at));
    weights.push(own);
    weight += own;
  }
  const said = bitsFor(grams);
  putSaid(numbered, { start: 0, end: text.length }, said);
  return { units: Int32Array.from(units), weights: Float64Array.from(weights), weight, said };
}

/** How much of what stands at these places of a text is said in a phrase, 0 to 1; `weights` are those of the characters. */
export function shareSaid(
  { text, chars, pairs, words }: Numbered,
  weights: Float64Array,
  { start, end }: Place,
  said: Uint32Array,
): number {
  let weight = 0;
  let covered = 0;
  for (let at = start; at < end; at++) {
    if (isFiller(text, at)) continue;
    const own = weights[at] ?? 0;
    weight += own;
    if (has(said, chars[at] ?? 0)) {
      const inPair =
        (at > start && has(said, pairs[at - 1] ?? 0)) || (at + 1 < end && has(said, pairs[at] ?? 0));
      covered += own * (inPair ? PAIRED : ALONE);
      continue;
    }
    for (const word of words) {
      if (word.start > at) break;
      if (word.end <= at || word.start < start || word.end > end || !has(said, word.gram)) continue;
      covered += own * ALIKE;
      break;
    }
  }
  return weight === 0 ? 0 : covered / weight;
}

/** What several examples share is what the cue is about. */
export function stressShared(phrase: Phrase, all: readonly Phrase[]): Phrase {
  const { units } = phrase;
  let weight = 0;
  let at = 0;
  const weights = phrase.weights.map((own) => {
    const sharing = all.filter(({ said }) => coverAt(units, at, said) >= ALONE).length;
    const stressed = own * (0.5 + (sharing - 1) / Math.max(1, all.length - 1));
    weight += stressed;
    at += sizeAt(units, at);
    return stressed;
  });
  return { ...phrase, weights, weight };
}

/**
 * How much of a phrase is said, 0 to 1.
 * @param least where it cannot be as much as this, the answer is 0: most comparisons are over after a few characters
 */
export function shareCovered({ units, weights, weight }: Phrase, said: Uint32Array, least = 0): number {
  // Sums of the same numbers in another order differ in the last digits.
  const enough = (least - 1e-9) * weight;
  let covered = 0;
  let left = weight;
  let at = 0;
  for (let index = 0; index < weights.length; index++) {
    const own = weights[index] ?? 0;
    covered += own * coverAt(units, at, said);
    left -= own;
    if (covered + left < enough) return 0;
    at += sizeAt(units, at);
  }
  return weight === 0 ? 0 : covered / weight;
}

const sizeAt = (units: Int32Array, at: number): number => OWN + (units[at + CLASSES] ?? 0);

/** How surely a character is said in another phrase. Where its pair is said, so is the character. */
function coverAt(units: Int32Array, at: number, said: Uint32Array): number {
  if (has(said, units[at + CHAR] ?? 0)) {
    return has(said, units[at] ?? 0) || has(said, units[at + AFTER] ?? 0) ? PAIRED : ALONE;
  }
  const end = at + OWN + (units[at + CLASSES] ?? 0);
  for (let one = at + OWN; one < end; one++) if (has(said, units[one] ?? 0)) return ALIKE;
  return 0;
}

function put(bits: Uint32Array, gram: number): void {
  // What is in no taught phrase has no bit.
  if (gram > 0) bits[gram >>> 5] = (bits[gram >>> 5] ?? 0) | (1 << (gram & 31));
}

/** Whether a gram is among these bits. */
export const has = (bits: Uint32Array, gram: number): boolean =>
  ((bits[gram >>> 5] ?? 0) & (1 << (gram & 31))) !== 0;
