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
  ...((globalThis as any).process?.env.GEN==="0"?{}:GENERAL_WORDS),
};

/** The names of all word classes; a class is referred to by its index here. */
export const WORD_CLASSES: readonly string[] = Object.keys(ALL_WORDS);

/** A word of the lexicon found in normalised text. */
export type WordHit = { readonly classes: readonly number[]; readonly start: number; readonly end: number };

type Node = { next: Map<string, Node>; classes: number[] };

const NUMERAL = /[一二三四五六七八九十百千万两半几零〇0-9]/;
const ROOT = buildTrie();

/** The longest lexicon words of a stretch of normalised text, from left to right without overlap. */
export function findWords(text: string, from: number, to: number): WordHit[] {
  const hits: WordHit[] = [];
  let at = from;
  while (at < to) {
    const found = longest(text, at, to);
    if (found) hits.push(found);
    at = found ? found.end : at + 1;
  }
  return hits;
}

/** Classes of all words that begin anywhere in the stretch, also of words inside longer ones. */
export function findClasses(
  text: string,
  from: number,
  to: number,
  found: (kind: number, start: number, end: number) => void,
): void {
  for (let at = from; at < to; at++) walkAll(ROOT, text, at, at, to, found);
}

function walkAll(
  node: Node,
  text: string,
  start: number,
  at: number,
  to: number,
  found: (kind: number, start: number, end: number) => void,
): void {
  for (const kind of node.classes) found(kind, start, at);
  if (at >= to) return;
  const literal = node.next.get(text[at] ?? '');
  if (literal) walkAll(literal, text, start, at + 1, to, found);
  const number = node.next.get('#');
  if (!number) return;
  const end = numberEnd(text, at, to);
  if (end > at) walkAll(number, text, start, end, to, found);
}

function longest(text: string, start: number, to: number): WordHit | undefined {
  let best: WordHit | undefined;
  const walk = (node: Node, at: number): void => {
    if (node.classes.length > 0 && (!best || at > best.end)) best = { classes: node.classes, start, end: at };
    if (at >= to) return;
    const literal = node.next.get(text[at] ?? '');
    if (literal) walk(literal, at + 1);
    const number = node.next.get('#');
    if (number) {
      const end = numberEnd(text, at, to);
      if (end > at) walk(number, end);
    }
  };
  walk(ROOT, start);
  return best;
}

function numberEnd(text: string, at: number, to: number): number {
  if (text[at] === TOKEN.number) return at + 1;
  let end = at;
  while (end < to && end < at + 6 && NUMERAL.test(text[end] ?? '')) end++;
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
  for (const char of word) {
    let next = node.next.get(char);
    if (!next) {
      next = { next: new Map(), classes: [] };
      node.next.set(char, next);
    }
    node = next;
  }
  if (!node.classes.includes(index)) node.classes.push(index);
}
