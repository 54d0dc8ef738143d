import { findWords } from './lexicon/matcher';

/** How telling a character n-gram is in service talk. */
export type WeightOfGram = (gram: string) => number;

/**
 * Numbers, from 1 on, for the characters, pairs of characters and word classes of all phrases that the cues of a script were
 * taught with. 0 stands for what is in none of them and so is like nothing.
 */
export class Grams {
  private readonly numbers = new Map<string | number, number>();

  /** @param gram characters, or the number of a word class */
  learn(gram: string | number): number {
    const known = this.find(gram);
    if (known > 0) return known;
    this.numbers.set(gram, this.count);
    return this.count - 1;
  }

  find(gram: string | number): number {
    return this.numbers.get(gram) ?? 0;
  }

  /** All numbers are below. */
  get count(): number {
    return this.numbers.size + 1;
  }
}

/** Normalised text with the number of the character at each place, of the pair that begins there, and of the words in it. */
export type Reading = {
  readonly text: string;
  readonly chars: Int32Array;
  readonly pairs: Int32Array;
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
const FILLERS = new Set('的了呢哦哈呀啊吧嘛哒滴亲您你我们这那就都也还个下,.?!~;:" ');

type Place = { readonly start: number; readonly end: number };

/** Where the parts of a unit stand. */
const [AFTER, CHAR, CLASSES, OWN] = [1, 2, 3, 4];

/** @param numberOf `learn` of {@link Grams} for what is taught, `find` for what is said */
export function readText(text: string, numberOf: (gram: string | number) => number): Reading {
  const chars = new Int32Array(text.length);
  const pairs = new Int32Array(text.length);
  for (let at = 0; at < text.length; at++) {
    chars[at] = numberOf(text.charAt(at));
    if (at + 1 < text.length) pairs[at] = numberOf(text.slice(at, at + 2));
  }
  const words: { gram: number; start: number; end: number }[] = [];
  findWords(text, 0, text.length, (kind, start, end) => {
    // Single characters belong to too many classes to say that two of them mean the same.
    if (end - start < 2) return;
    const gram = numberOf(kind);
    if (gram > 0) words.push({ gram, start, end });
  });
  return { text, chars, pairs, words };
}

/** The grams that stand at these places of a text, a bit for each. */
export function saidAt({ chars, pairs, words }: Reading, { start, end }: Place, grams: Grams): Uint32Array {
  const said = new Uint32Array((grams.count >>> 5) + 1);
  for (const word of words) if (word.start >= start && word.end <= end) put(said, word.gram);
  for (let at = start; at < end; at++) {
    put(said, chars[at] ?? 0);
    if (at + 1 < end) put(said, pairs[at] ?? 0);
  }
  return said;
}

/** The phrase that stands at these places of a text. */
export function phraseAt(reading: Reading, place: Place, grams: Grams, weightOf: WeightOfGram): Phrase {
  const { text, chars, pairs, words } = reading;
  const { start, end } = place;
  const units: number[] = [];
  const weights: number[] = [];
  let weight = 0;
  for (let at = start; at < end; at++) {
    const char = text.charAt(at);
    if (FILLERS.has(char)) continue;
    const before = at > start ? (pairs[at - 1] ?? 0) : 0;
    const after = at + 1 < end ? (pairs[at] ?? 0) : 0;
    const classes = units.push(before, after, chars[at] ?? 0, 0) - 1;
    for (const word of words) {
      if (word.start < start || word.end > end || word.start > at || word.end <= at) continue;
      units.push(word.gram);
    }
    units[classes] = units.length - 1 - classes;
    const own = weightOf(char);
    weights.push(own);
    weight += own;
  }
  return {
    units: Int32Array.from(units),
    weights: Float64Array.from(weights),
    weight,
    said: saidAt(reading, place, grams),
  };
}

/** What several examples share is what the cue is about. */
export function stressShared(phrase: Phrase, all: readonly Phrase[]): Phrase {
  const { units } = phrase;
  let weight = 0;
  let at = 0;
  const weights = phrase.weights.map((own) => {
    const sharing = all.filter(({ said }) => coverAt(units, at, said) >= 0.6).length;
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

/** How surely a character is said in another phrase: in its pair, by another word of its class, or only alone. */
function coverAt(units: Int32Array, at: number, said: Uint32Array): number {
  if (has(said, units[at] ?? 0) || has(said, units[at + AFTER] ?? 0)) return 1;
  if (has(said, units[at + CHAR] ?? 0)) return 0.6;
  const end = at + OWN + (units[at + CLASSES] ?? 0);
  for (let one = at + OWN; one < end; one++) if (has(said, units[one] ?? 0)) return 0.5;
  return 0;
}

function put(bits: Uint32Array, gram: number): void {
  // What is in no taught phrase has no bit.
  if (gram > 0) bits[gram >>> 5] = (bits[gram >>> 5] ?? 0) | (1 << (gram & 31));
}

/** Whether a gram is among these bits. */
export const has = (bits: Uint32Array, gram: number): boolean =>
  ((bits[gram >>> 5] ?? 0) & (1 << (gram & 31))) !== 0;
