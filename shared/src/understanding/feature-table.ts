import { ACT_IDS } from './acts';
import { LAST_STEP, STEP_WORTHS } from './steps';

/**
 * The model's features by their hashes. Recognising spends its time fetching from memory, so tables are small and the
 * weights of one feature lie together, those of the frequent features side by side.
 */
export type FeatureTable = {
  /** The feature's row among the model's keys, or -1. */
  readonly find: (key: number) => number;
  /** Marks a feature as met in a reply and a clause; NEW_IN_REPLY and NEW_IN_CLAUSE tell where it was new. */
  readonly meet: (row: number, reply: number, clause: number) => number;
  /** Adds the feature's weights in both parts of the model, times `value`, to the sums of all acts that begin at `at`. */
  readonly add: (row: number, value: number, at: number, whole: Sums, clause: Sums) => void;
  /** What the feature weighs for an act in both parts of the model, as shares of the act's largest weights. */
  readonly worths: (row: number, act: number) => { readonly whole: number; readonly clause: number };
};

/** Sums of all acts, clause after clause, each beginning at a multiple of {@link ROW}. */
export type Sums = Float64Array;

export const NEW_IN_REPLY = 1;
export const NEW_IN_CLAUSE = 2;

const ACTS = ACT_IDS.length;
/** Acts that are added up side by side, all fetched before any is stored: the processor need not wait for one to begin the next. */
const ABREAST = 3;
export const ROW = ABREAST * Math.ceil(ACTS / ABREAST);

/** A feature's record in words: its key, the reply and the clause in which it was met last, and a byte for each act. */
const [REPLY_MET, CLAUSE_MET, FIRST_PAIR] = [1, 2, 3];
const RECORD = FIRST_PAIR + Math.ceil(ROW / 4);
const firstPair = (row: number): number => 4 * (row * RECORD + FIRST_PAIR);

const GOLDEN = 0x9e3779b1;
const FREE = -1;

/** The steps of both parts for an act share a byte. */
const STEP_BITS = 4;
const PAIRS = 1 << (2 * STEP_BITS);
const pairOf = (whole: number, clause: number): number =>
  (whole + LAST_STEP) | ((clause + LAST_STEP) << STEP_BITS);
const WHOLE_WORTHS = Float64Array.from(
  { length: PAIRS },
  (_, pair) => STEP_WORTHS[pair & ((1 << STEP_BITS) - 1)] ?? 0,
);
const CLAUSE_WORTHS = Float64Array.from({ length: PAIRS }, (_, pair) => STEP_WORTHS[pair >>> STEP_BITS] ?? 0);

export function createFeatureTable(keys: Uint32Array, whole: Int8Array, clause: Int8Array): FeatureTable {
  let bits = 4;
  while (1 << bits < keys.length * 1.25) bits++;
  const mask = (1 << bits) - 1;
  const shift = 32 - bits;
  /** A slot: in its low bits the row, above them those of the key, by which most others are told apart without fetching theirs. */
  const slots = new Int32Array(1 << bits).fill(FREE);
  /** What belongs to a feature lies in one stretch: who looks up its key has fetched its weights as well. */
  const records = new Int32Array(RECORD * keys.length);
  const pairs = new Uint8Array(records.buffer);
  keys.forEach((key, row) => {
    records[row * RECORD] = key;
    let slot = Math.imul(key, GOLDEN) >>> shift;
    while (slots[slot] !== FREE) slot = (slot + 1) & mask;
    slots[slot] = (key & ~mask) | row;
    const first = firstPair(row);
    pairs.fill(pairOf(0, 0), first, first + ROW);
    for (let act = 0; act < ACTS; act++) {
      pairs[first + act] = pairOf(whole[row * ACTS + act] ?? 0, clause[row * ACTS + act] ?? 0);
    }
  });
  return {
    find(key) {
      const wanted = key | 0;
      let slot = Math.imul(key, GOLDEN) >>> shift;
      for (;;) {
        const kept = slots[slot] ?? FREE;
        if (kept === FREE) return -1;
        if (((kept ^ key) & ~mask) === 0 && records[(kept & mask) * RECORD] === wanted) return kept & mask;
        slot = (slot + 1) & mask;
      }
    },
    meet(row, reply, clauseNumber) {
      const at = row * RECORD;
      const fresh =
        (records[at + REPLY_MET] === reply ? 0 : NEW_IN_REPLY) |
        (records[at + CLAUSE_MET] === clauseNumber ? 0 : NEW_IN_CLAUSE);
      records[at + REPLY_MET] = reply;
      records[at + CLAUSE_MET] = clauseNumber;
      return fresh;
    },
    add(row, value, at, wholeSums, clauseSums) {
      addRow(pairs, firstPair(row), value, at, WHOLE_WORTHS, wholeSums, CLAUSE_WORTHS, clauseSums);
    },
    worths(row, act) {
      const pair = pairs[firstPair(row) + act] ?? 0;
      return { whole: WHOLE_WORTHS[pair] ?? 0, clause: CLAUSE_WORTHS[pair] ?? 0 };
    },
  };
}

function addRow(
  pairs: Uint8Array,
  from: number,
  value: number,
  at: number,
  wholeWorths: Float64Array,
  whole: Sums,
  clauseWorths: Float64Array,
  clause: Sums,
): void {
  for (let act = 0; act < ROW; act += ABREAST) {
    const to = at + act;
    const first = pairs[from + act] ?? 0;
    const second = pairs[from + act + 1] ?? 0;
    const third = pairs[from + act + 2] ?? 0;
    const ofFirst = (whole[to] ?? 0) + (wholeWorths[first] ?? 0) * value;
    const ofSecond = (whole[to + 1] ?? 0) + (wholeWorths[second] ?? 0) * value;
    const ofThird = (whole[to + 2] ?? 0) + (wholeWorths[third] ?? 0) * value;
    const firstInClause = (clause[to] ?? 0) + (clauseWorths[first] ?? 0) * value;
    const secondInClause = (clause[to + 1] ?? 0) + (clauseWorths[second] ?? 0) * value;
    const thirdInClause = (clause[to + 2] ?? 0) + (clauseWorths[third] ?? 0) * value;
    whole[to] = ofFirst;
    whole[to + 1] = ofSecond;
    whole[to + 2] = ofThird;
    clause[to] = firstInClause;
    clause[to + 1] = secondInClause;
    clause[to + 2] = thirdInClause;
  }
}
