import { ACT_IDS } from './acts';
import { LAST_STEP, STEP_WORTHS } from './steps';

/**
 * The model's features by their hashes. Recognising spends its time fetching from memory, so all about one feature lies in
 * one place, weights of zero (most) are left out, and a small filter turns unknown features away first.
 */
export type FeatureTable = {
  /** Where a feature is kept, or -1. */
  readonly find: (key: number) => number;
  readonly rowAt: (place: number) => number;
  /** Marks a feature as met in a reply and a clause; NEW_IN_REPLY and NEW_IN_CLAUSE tell where it was new. */
  readonly meet: (place: number, reply: number, clause: number) => number;
  /** Adds the weights of the feature, times `value`, to the sums of all acts; a part without sums is passed over. */
  readonly add: (place: number, value: number, whole?: Float64Array, clause?: Float64Array) => void;
};

export const NEW_IN_REPLY = 1;
export const NEW_IN_CLAUSE = 2;

const ACTS = ACT_IDS.length;
const GOLDEN = 0x9e3779b1;
const FILTER_BITS = 20;

/** What one slot holds, in 32-bit words. */
const WORDS = 8;
const [KEY, ROW, WHOLE, CLAUSE, END, REPLY_MET, CLAUSE_MET] = [0, 1, 2, 3, 4, 5, 6] as const;
const FREE = -1;

export function createFeatureTable(keys: Uint32Array, whole: Int8Array, clause: Int8Array): FeatureTable {
  let bits = 4;
  while (1 << bits < keys.length * 2) bits++;
  const mask = (1 << bits) - 1;
  const shift = 32 - bits;
  const slots = new Int32Array(WORDS << bits).fill(FREE);
  const filter = new Uint32Array((1 << FILTER_BITS) >>> 5);
  /** Act and the place of its weight's worth in turn. */
  const pairs = new Uint8Array((countOf(whole) + countOf(clause)) * 2);
  let at = 0;
  const putPairs = (weights: Int8Array, row: number): void => {
    for (let act = 0; act < ACTS; act++) {
      const weight = weights[row * ACTS + act] ?? 0;
      if (weight === 0) continue;
      pairs[at] = act;
      pairs[at + 1] = weight + LAST_STEP;
      at += 2;
    }
  };
  keys.forEach((key, row) => {
    let slot = Math.imul(key, GOLDEN) >>> shift;
    while (slots[slot * WORDS + ROW] !== FREE) slot = (slot + 1) & mask;
    const place = slot * WORDS;
    slots[place + KEY] = key | 0;
    slots[place + ROW] = row;
    slots[place + WHOLE] = at;
    putPairs(whole, row);
    slots[place + CLAUSE] = at;
    putPairs(clause, row);
    slots[place + END] = at;
    const bit = key >>> (32 - FILTER_BITS);
    filter[bit >>> 5] = (filter[bit >>> 5] ?? 0) | (1 << (bit & 31));
  });
  const addPairs = (from: number, to: number, value: number, sums: Float64Array): void => {
    for (let i = from; i < to; i += 2) {
      const act = pairs[i] ?? 0;
      sums[act] = (sums[act] ?? 0) + (STEP_WORTHS[pairs[i + 1] ?? 0] ?? 0) * value;
    }
  };
  return {
    find(key) {
      const bit = key >>> (32 - FILTER_BITS);
      if (((filter[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) return -1;
      const wanted = key | 0;
      let slot = Math.imul(key, GOLDEN) >>> shift;
      for (;;) {
        const place = slot * WORDS;
        if (slots[place + ROW] === FREE) return -1;
        if (slots[place + KEY] === wanted) return place;
        slot = (slot + 1) & mask;
      }
    },
    rowAt: (place) => slots[place + ROW] ?? FREE,
    meet(place, reply, clauseNumber) {
      const fresh =
        (slots[place + REPLY_MET] === reply ? 0 : NEW_IN_REPLY) |
        (slots[place + CLAUSE_MET] === clauseNumber ? 0 : NEW_IN_CLAUSE);
      slots[place + REPLY_MET] = reply;
      slots[place + CLAUSE_MET] = clauseNumber;
      return fresh;
    },
    add(place, value, wholeSums, clauseSums) {
      const middle = slots[place + CLAUSE] ?? 0;
      if (wholeSums) addPairs(slots[place + WHOLE] ?? 0, middle, value, wholeSums);
      if (clauseSums) addPairs(middle, slots[place + END] ?? 0, value, clauseSums);
    },
  };
}

const countOf = (weights: Int8Array): number => {
  let count = 0;
  for (const weight of weights) if (weight !== 0) count++;
  return count;
};
