import { charTable } from '../char-table';
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
export type Word = { readonly classes: readonly number[]; readonly start: number; readonly end: number };

const NUMBER_SIGN = 35;
const NUMBER_TOKEN = TOKEN.number.charCodeAt(0);
const NUMERALS = charTable('一二三四五六七八九十百千万两半几零〇0123456789');
const LONGEST_NUMERAL = 6;
const NO_CLASSES: readonly number[] = [];
const TRIE = buildTrie(
  Object.values(ALL_WORDS).map((words) => words.split(/\s+/).filter(Boolean).map(normalWord)),
);

/** All lexicon words of normalised text, those inside longer ones too, in the order in which they begin. */
export function findWords(text: string): Word[] {
  const words: Word[] = [];
  const walk = (node: number, start: number, end: number): void => {
    const classes = TRIE.classes[node] ?? NO_CLASSES;
    if (classes.length > 0) words.push({ classes, start, end });
    if (end >= text.length) return;
    const code = text.charCodeAt(end);
    const literal = TRIE.next(node, code);
    if (literal !== NOWHERE) walk(literal, start, end + 1);
    if (!isNumeral(code)) return;
    const numeral = TRIE.next(node, NUMBER_SIGN);
    if (numeral !== NOWHERE) walk(numeral, start, numeralEnd(text, end));
  };
  for (let start = 0; start < text.length; start++) walk(ROOT, start, start);
  return words;
}

/** The longest of these words, from left to right without overlap. */
export function longestOf(words: readonly Word[]): Word[] {
  const longest: Word[] = [];
  let last: Word | undefined;
  for (const word of words) {
    if (last?.start === word.start) {
      if (word.end > last.end) longest[longest.length - 1] = last = word;
    } else if (last === undefined || word.start >= last.end) {
      longest.push(word);
      last = word;
    }
  }
  return longest;
}

export const isNumeral = (code: number): boolean => code === NUMBER_TOKEN || NUMERALS[code] === 1;

function numeralEnd(text: string, at: number): number {
  if (text.charCodeAt(at) === NUMBER_TOKEN) return at + 1;
  let end = at;
  while (end < text.length && end < at + LONGEST_NUMERAL && NUMERALS[text.charCodeAt(end)] === 1) end++;
  return end;
}

/** Words are written as people type them and stored as the normaliser leaves them; digits in words are numbers. */
export function normalWord(word: string): string {
  return normalise(word).text.replaceAll(TOKEN.number, '#');
}
