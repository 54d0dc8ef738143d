import { normalise } from '../normalise';
import { TOKEN } from '../tokens';
import { ACTION_WORDS } from './action';
import { ATTITUDE_WORDS } from './attitude';
import { GENERAL_WORDS } from './general';
import { GOODS_WORDS } from './goods';
import { MANNERS_WORDS } from './manners';
import { SERVICE_WORDS } from './service';
import { buildTrie, NOWHERE, ROOT } from './trie';

const ALL_WORDS: Readonly<Record<string, string>> = {
  ...SERVICE_WORDS,
  ...ACTION_WORDS,
  ...GOODS_WORDS,
  ...MANNERS_WORDS,
  ...ATTITUDE_WORDS,
  ...GENERAL_WORDS,
};

/** The names of all word classes; a class is referred to by its index here. */
export const WORD_CLASSES: readonly string[] = Object.keys(ALL_WORDS);

/** A word of the lexicon found in normalised text. */
export type WordHit = { readonly classes: readonly number[]; readonly start: number; readonly end: number };

const NUMBER_SIGN = 35;
const NUMBER_TOKEN = TOKEN.number.charCodeAt(0);
/** By UTF-16 unit whether it stands in numbers: looked up for every character, so a table and no set. */
const NUMERALS = new Uint8Array(0x10000);
for (const char of '一二三四五六七八九十百千万两半几零〇0123456789') NUMERALS[char.charCodeAt(0)] = 1;
const LONGEST_NUMERAL = 6;
const NO_CLASSES: readonly number[] = [];
const TRIE = buildTrie(
  Object.values(ALL_WORDS).map((words) => words.split(/\s+/).filter(Boolean).map(normalWord)),
);

/**
 * The longest lexicon words of a stretch of normalised text, from left to right without overlap. `also` is told of every
 * word that begins anywhere in the stretch, so that the words inside longer ones are not lost.
 */
export function findWords(
  text: string,
  from: number,
  to: number,
  also?: (kind: number, start: number, end: number) => void,
): WordHit[] {
  const hits: WordHit[] = [];
  let free = from;
  let start = from;
  let end = from;
  let classes = NO_CLASSES;
  const walk = (node: number, position: number): void => {
    const own = TRIE.classes[node] ?? NO_CLASSES;
    if (own.length > 0) {
      if (also) for (const kind of own) also(kind, start, position);
      if (position > end) {
        end = position;
        classes = own;
      }
    }
    if (position >= to) return;
    const code = text.charCodeAt(position);
    const literal = TRIE.next(node, code);
    if (literal !== NOWHERE) walk(literal, position + 1);
    if (!isNumeral(code)) return;
    const numeral = TRIE.next(node, NUMBER_SIGN);
    if (numeral !== NOWHERE) walk(numeral, numeralEnd(text, position, to));
  };
  for (; start < to; start++) {
    if (!also && start < free) continue;
    end = start;
    walk(ROOT, start);
    if (start < free || end === start) continue;
    hits.push({ classes, start, end });
    free = end;
  }
  return hits;
}

export const isNumeral = (code: number): boolean => code === NUMBER_TOKEN || NUMERALS[code] === 1;

function numeralEnd(text: string, at: number, to: number): number {
  if (text.charCodeAt(at) === NUMBER_TOKEN) return at + 1;
  let end = at;
  while (end < to && end < at + LONGEST_NUMERAL && NUMERALS[text.charCodeAt(end)] === 1) end++;
  return end;
}

/** Words are written as people type them and stored as the normaliser leaves them; digits in words are numbers. */
export function normalWord(word: string): string {
  return normalise(word).text.replaceAll(TOKEN.number, '#');
}
