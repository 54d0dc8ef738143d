import { findWords } from './lexicon/matcher';

/** A phrase as cues compare it: what it says, character by character and by word class. */
export type Phrase = {
  readonly units: readonly Unit[];
  /** All characters, pairs of characters and word classes of the phrase. */
  readonly said: ReadonlySet<string>;
};

/** One character that carries matter, with the pairs and word classes it stands in. */
export type Unit = {
  readonly char: string;
  readonly pairs: readonly string[];
  readonly classes: readonly string[];
  readonly weight: number;
};

/** Characters that carry manners but no matter. */
const FILLERS = new Set('的了呢哦哈呀啊吧嘛哒滴亲您你我们这那就都也还个下,.?!~;:" ');

export function readPhrase(text: string, weightOf: (gram: string) => number): Phrase {
  const classesAt: string[][] = Array.from(text, () => []);
  const said = new Set<string>();
  findWords(text, 0, text.length, (kind, start, end) => {
    // Single characters belong to too many classes to say that two of them mean the same.
    if (end - start < 2) return;
    said.add(`#${kind}`);
    for (let at = start; at < end; at++) classesAt[at]?.push(`#${kind}`);
  });
  const units: Unit[] = [];
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    const pairs = [text.slice(at - 1, at + 1), text.slice(at, at + 2)].filter((pair) => pair.length === 2);
    said.add(char);
    for (const pair of pairs) said.add(pair);
    if (FILLERS.has(char)) continue;
    units.push({ char, pairs, classes: classesAt[at] ?? [], weight: weightOf(char) });
  }
  return { units, said };
}

/** How surely a character of one phrase is said in another: in its pair, by another word of its class, or only alone. */
export function coverOf({ char, pairs, classes }: Unit, said: ReadonlySet<string>): number {
  if (pairs.some((pair) => said.has(pair))) return 1;
  if (said.has(char)) return 0.6;
  if (classes.some((kind) => said.has(kind))) return 0.5;
  return 0;
}
