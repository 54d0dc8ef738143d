import { ACT_IDS } from './acts';
import { LAST_STEP, STEP_WORTHS } from './steps';

/**
 * The model's features by their hashes. Recognising spends its time fetching from memory, so what one feature needs lies
 * close together, the frequent ones side by side; weights of zero (most) are left out, and a small filter turns unknown
 * features away first.
 */
export type FeatureTable = {
  /** Where a feature is kept, or -1. */
  readonly find: (key: number) => number;
  /** The feature's row among the model's keys. */
  readonly rowAt: (place: number) => number;
  /** Marks a feature as met in a reply and a clause; NEW_IN_REPLY and NEW_IN_CLAUSE tell where it was new. */
  readonly meet: (place: number, reply: number, clause: number) => number;
  /** Adds the weights of the feature, times `value`, to the sums of all acts that begin at `at`; a part without sums is passed over. */
  readonly add: (place: number, value: number, at: number, whole?: Sums, clause?: Sums) => void;
};

/** Sums of all acts, clause after clause, each beginning at a multiple of {@link STRIDE}. */
export type Sums = Float64Array;

export const NEW_IN_REPLY = 1;
export const NEW_IN_CLAUSE = 2;

const ACTS = ACT_IDS.length;
const ACT_BITS = 6;
const ACT_MASK = (1 << ACT_BITS) - 1;
/** Room for the acts of one clause among the sums. */
export const STRIDE = 1 << ACT_BITS;

const GOLDEN = 0x9e3779b1;
const FILTER_BITS = 20;
/** A slot: the key, where its weights begin, and where it was met last. */
const SLOT_BITS = 2;
const [BEGIN, REPLY_MET, CLAUSE_MET] = [1, 2, 3] as const;
const FREE = -1;

/** What a weight, stored as its act and step in one number, is worth. */
const WORTHS = Float64Array.from(
  { length: STEP_WORTHS.length << ACT_BITS },
  (_, code) => STEP_WORTHS[code >>> ACT_BITS] ?? 0,
);

export function createFeatureTable(keys: Uint32Array, whole: Int8Array, clause: Int8Array): FeatureTable {
  let bits = 4;
  while (1 << bits < keys.length * 1.25) bits++;
  const mask = (1 << bits) - 1;
  const shift = 32 - bits;
  const slots = new Int32Array(1 << (bits + SLOT_BITS)).fill(FREE);
  const rows = new Int32Array(1 << bits);
  const filter = new Uint32Array((1 << FILTER_BITS) >>> 5);
  /** Per feature: how many weights of the reply and of the clause follow, then these. */
  const codes = new Uint16Array(keys.length + countOf(whole) + countOf(clause));
  let end = 0;
  const putCodes = (weights: Int8Array, row: number): number => {
    const begin = end;
    for (let act = 0; act < ACTS; act++) {
      const step = weights[row * ACTS + act] ?? 0;
      if (step !== 0) codes[end++] = ((step + LAST_STEP) << ACT_BITS) | act;
    }
    return end - begin;
  };
  keys.forEach((key, row) => {
    let slot = Math.imul(key, GOLDEN) >>> shift;
    while (slots[(slot << SLOT_BITS) + BEGIN] !== FREE) slot = (slot + 1) & mask;
    const head = end++;
    slots[slot << SLOT_BITS] = key | 0;
    slots[(slot << SLOT_BITS) + BEGIN] = head;
    rows[slot] = row;
    codes[head] = putCodes(whole, row) | (putCodes(clause, row) << 8);
    const bit = key >>> (32 - FILTER_BITS);
    filter[bit >>> 5] = (filter[bit >>> 5] ?? 0) | (1 << (bit & 31));
  });
  const addCodes = (from: number, to: number, value: number, sums: Sums, at: number): void => {
    for (let i = from; i < to; i++) {
      const code = codes[i] ?? 0;
      const act = at + (code & ACT_MASK);
      sums[act] = (sums[act] ?? 0) + (WORTHS[code] ?? 0) * value;
    }
  };
  return {
    find(key) {
      const bit = key >>> (32 - FILTER_BITS);
      if (((filter[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) return -1;
      const wanted = key | 0;
      let slot = Math.imul(key, GOLDEN) >>> shift;
      for (;;) {
        const place = slot << SLOT_BITS;
        if (slots[place + BEGIN] === FREE) return -1;
        if (slots[place] === wanted) return place;
        slot = (slot + 1) & mask;
      }
    },
    rowAt: (place) => rows[place >>> SLOT_BITS] ?? 0,
    meet(place, reply, clauseNumber) {
      const fresh =
        (slots[place + REPLY_MET] === reply ? 0 : NEW_IN_REPLY) |
        (slots[place + CLAUSE_MET] === clauseNumber ? 0 : NEW_IN_CLAUSE);
      slots[place + REPLY_MET] = reply;
      slots[place + CLAUSE_MET] = clauseNumber;
      return fresh;
    },
    add(place, value, at, wholeSums, clauseSums) {
      const head = slots[place + BEGIN] ?? 0;
      const counts = codes[head] ?? 0;
      const middle = head + 1 + (counts & 0xff);
      if (wholeSums) addCodes(head + 1, middle, value, wholeSums, at);
      if (clauseSums) addCodes(middle, middle + (counts >>> 8), value, clauseSums, at);
    },
  };
}

const countOf = (weights: Int8Array): number => {
  let count = 0;
  for (const weight of weights) if (weight !== 0) count++;
  return count;
};
