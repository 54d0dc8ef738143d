import { normalise } from '../normalise';
import { TOKEN } from '../tokens';
import { ACTION_WORDS } from './action';
import { ATTITUDE_WORDS } from './attitude';
import { GENERAL_WORDS } from './general';
import { GOODS_WORDS } from './goods';
import { MANNERS_WORDS } from './manners';
import { SERVICE_WORDS } from './service';

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

type Node = { readonly next: Map<number, Node>; readonly classes: number[] };

const NUMBER_SIGN = 35;
const NUMBER_TOKEN = TOKEN.number.charCodeAt(0);
const NUMERALS = new Set(
  [...'一二三四五六七八九十百千万两半几零〇0123456789'].map((char) => char.charCodeAt(0)),
);
const LONGEST_NUMERAL = 6;
const NO_CLASSES: readonly number[] = [];
const ROOT = buildTrie();

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
  for (let start = from; start < to; start++) {
    const node = ROOT.next.get(text.charCodeAt(start));
    const number = isNumeral(text.charCodeAt(start));
    if ((!node && !number) || (!also && start < free)) continue;
    let classes = NO_CLASSES;
    let end = start;
    const walk = (at: Node, position: number): void => {
      if (at.classes.length > 0) {
        if (also) for (const kind of at.classes) also(kind, start, position);
        if (position > end) {
          end = position;
          classes = at.classes;
        }
      }
      if (position >= to) return;
      const code = text.charCodeAt(position);
      const literal = at.next.get(code);
      if (literal) walk(literal, position + 1);
      if (!isNumeral(code)) return;
      const numeral = at.next.get(NUMBER_SIGN);
      if (numeral) walk(numeral, numeralEnd(text, position, to));
    };
    walk(ROOT, start);
    if (start < free || end === start) continue;
    hits.push({ classes, start, end });
    free = end;
  }
  return hits;
}

const isNumeral = (code: number): boolean => code === NUMBER_TOKEN || NUMERALS.has(code);

function numeralEnd(text: string, at: number, to: number): number {
  if (text.charCodeAt(at) === NUMBER_TOKEN) return at + 1;
  let end = at;
  while (end < to && end < at + LONGEST_NUMERAL && NUMERALS.has(text.charCodeAt(end))) end++;
  return end;
}

function buildTrie(): Node {
  const root: Node = { next: new Map(), classes: [] };
  Object.values(ALL_WORDS).forEach((words, index) => {
    for (const word of new Set(words.split(/\s+/).filter(Boolean))) insert(root, normalWord(word), index);
  });
  return root;
}

/** Words are written as people type them and stored as the normaliser leaves them; digits in words are numbers. */
function normalWord(word: string): string {
  return normalise(word).text.replaceAll(TOKEN.number, '#');
}

function insert(root: Node, word: string, index: number): void {
  let node = root;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    let next = node.next.get(code);
    if (!next) {
      next = { next: new Map(), classes: [] };
      node.next.set(code, next);
    }
    node = next;
  }
  if (!node.classes.includes(index)) node.classes.push(index);
}
