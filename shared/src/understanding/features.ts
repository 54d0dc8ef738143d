import { charTable } from './char-table';
import { FAMILY } from './families';
import { hashText, mix } from './feature-hash';
import type { FeatureList } from './feature-list';
import { longestOf, type Word } from './lexicon/matcher';
import { findTopics, TOPICS } from './lexicon/topics';
import type { Reading } from './reading';
import type { Segment } from './segments';
import type { Turn } from './turn';

const LONGEST_GRAM = 4;
/** Edges of a clause as characters, so that “开头” and “结尾” n-grams differ from inner ones. */
const START = 0xf0001;
const END = 0xf0002;
const NO_WORD = 999;

/** Adds the features of the customer's turn, which come before those of the reply to it. */
export function listTurn({ kinds, words, grams }: Turn, list: FeatureList): void {
  const add = addTo(list);
  for (const kind of kinds) add(FAMILY.turn, mix(1, kind), -1, 0, 0);
  for (const word of words) add(FAMILY.turnWord, mix(1, word), -1, 0, 0);
  for (const gram of grams) add(FAMILY.turnGram, gram, -1, 0, 0);
}

/** Adds the features of a reply in the turn that it answers. */
export function listReply(
  { normal: { text }, segments, words }: Reading,
  turn: Turn,
  list: FeatureList,
): void {
  const add = addTo(list);
  addLength(turn, text, segments.length, add);
  addTopics(text, add);
  segments.forEach((clause, index) => {
    addGrams(text, clause, index, add);
    const own = words.filter(({ start, end }) => start >= clause.start && end <= clause.end);
    for (const { classes, start, end } of own) {
      for (const kind of classes) add(FAMILY.nested, mix(1, kind), index, start, end);
    }
    const longest = longestOf(own);
    addWords(longest, index, segments.length, add);
    addEcho(text, clause, index, turn, add);
    if (index >= 2 && index < segments.length - 1) return;
    const opening = longest[0]?.classes[0] ?? NO_WORD;
    for (const kind of turn.kinds) {
      add(FAMILY.turnOpening, mix(mix(1, kind), opening), index, clause.start, clause.end);
    }
  });
}

/** Takes a feature whose hash is not yet tied to its family. */
type Add = (family: number, key: number, clause: number, start: number, end: number) => void;

const addTo =
  (list: FeatureList): Add =>
  (family, key, clause, start, end) => {
    list.add(mix(key, family + 1), family, clause, start, end);
  };

function addLength(turn: Turn, text: string, clauses: number, add: Add): void {
  const size = lengthClass(text.length);
  const short = text.length <= 8;
  add(FAMILY.length, mix(1, size), -1, 0, text.length);
  add(FAMILY.length, mix(2, Math.min(clauses, 6)), -1, 0, text.length);
  for (const kind of turn.kinds) {
    add(FAMILY.turnLength, mix(mix(1, kind), size), -1, 0, text.length);
    if (short) add(FAMILY.turnWhole, mix(mix(1, kind), hashText(text)), -1, 0, text.length);
  }
  if (short) add(FAMILY.whole, hashText(text), -1, 0, text.length);
}

/** Topics that come together, however far apart. */
function addTopics(text: string, add: Add): void {
  const topics = findTopics(text);
  for (let one = 0; one < TOPICS; one++) {
    if ((topics & (1 << one)) === 0) continue;
    for (let other = one + 1; other < TOPICS; other++) {
      if (topics & (1 << other)) add(FAMILY.topics, mix(mix(1, one), other), -1, 0, 0);
    }
  }
}

function addGrams(text: string, { start, end }: Segment, index: number, add: Add): void {
  for (let from = start - 1; from < end; from++) {
    let key = 1;
    for (let n = 0; n < LONGEST_GRAM && from + n <= end; n++) {
      const at = from + n;
      key = mix(key, at < start ? START : at >= end ? END : text.charCodeAt(at));
      if (n === 0 && at < start) continue;
      add(FAMILY.gram1 + n, key, index, Math.max(from, start), Math.min(at + 1, end));
    }
  }
}

function addWords(words: readonly Word[], index: number, clauses: number, add: Add): void {
  words.forEach((word, i) => {
    for (const kind of word.classes) {
      add(FAMILY.word, mix(1, kind), index, word.start, word.end);
      if (i === 0) add(FAMILY.edge, mix(index === 0 ? 1 : 2, kind), index, word.start, word.end);
      if (i === words.length - 1) {
        add(FAMILY.edge, mix(index === clauses - 1 ? 3 : 4, kind), index, word.start, word.end);
      }
      for (let j = i + 1; j < words.length && j < i + 4; j++) {
        const other = words[j];
        if (!other) continue;
        for (const second of other.classes) {
          const pair = mix(mix(1, kind), second);
          if (j === i + 1) add(FAMILY.pair, pair, index, word.start, other.end);
          add(FAMILY.far, pair, index, word.start, other.end);
        }
      }
    }
  });
}

/** How much of a clause the customer had said just before: what repeats it back confirms, what does not answers. */
function addEcho(text: string, { start, end }: Segment, index: number, turn: Turn, add: Add): void {
  if (turn.grams.length === 0) return;
  let said = 0;
  let all = 0;
  for (let i = start; i + 1 < end; i++) {
    if (FILLERS[text.charCodeAt(i)] === 1 || FILLERS[text.charCodeAt(i + 1)] === 1) continue;
    all++;
    if (turn.said.has(mix(mix(1, text.charCodeAt(i)), text.charCodeAt(i + 1)))) said++;
  }
  if (all === 0) return;
  const share = said === 0 ? 0 : said / all < 0.34 ? 1 : said / all < 0.67 ? 2 : 3;
  const last = text[end - 1] ?? '';
  const mood = last === '?' || /[吗吧么嘛]/.test(last) ? 1 : 0;
  add(FAMILY.echo, mix(mix(1, share), mood), index, start, end);
  add(FAMILY.echo, mix(mix(2, Math.min(said, 4)), mood), index, start, end);
}

const FILLERS = charTable('的了呢哦哈呀啊吧嘛哒滴亲您你我们这那就都也还,.?!~;: "吗么是');

const LENGTHS = [2, 4, 7, 12, 20, 35, 60];

const lengthClass = (length: number): number => {
  const found = LENGTHS.findIndex((limit) => length <= limit);
  return found < 0 ? LENGTHS.length : found;
};
