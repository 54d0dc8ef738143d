import { ACT_IDS } from './acts';
import { LAST_STEP, STEP_WORTHS } from './steps';

/**
 * The model's features by their hashes. Recognising spends its time fetching from memory, so tables are small and the
 * weights of one feature lie together, those of the frequent features side by side.
 */
export type FeatureTable = {
  /** The feature's row among the model's keys, or -1. */
  readonly find: (key: number) => number;
  /** Marks a feature as met in a part of the reply whose parts are numbered from `first` on; tells where it was new. */
  readonly meet: (row: number, first: number, part: number) => number;
  /** Adds the feature's weights in both parts of the model, each times a value, to the sums, at the latest in `settle`. */
  readonly add: (row: number, wholeValue: number, clauseValue: number) => void;
  readonly settle: () => void;
  /** Of all acts: first the sums in the whole reply, then those in the clause. */
  readonly sums: Float64Array;
  /** What the feature weighs for an act in both parts of the model, as shares of the act's largest weights. */
  readonly worths: (row: number, act: number) => { readonly whole: number; readonly clause: number };
};

/** Met before in the same clause; in another clause of the reply; or nowhere in it. */
export const KNOWN = 0;
export const NEW_IN_CLAUSE = 1;
export const NEW_IN_REPLY = 2;

const ACTS = ACT_IDS.length;

/** A feature's record in words: its key, the number of the part in which it was met last, and a byte for each act. */
const [MET, FIRST_PAIR] = [1, 2];
const RECORD = FIRST_PAIR + Math.ceil(ACTS / 4);
const firstPair = (row: number): number => 4 * (row * RECORD + FIRST_PAIR);

const GOLDEN = 0x9e3779b1;
const FREE = -1;

/** The steps of both parts for an act share a byte. */
const STEP_BITS = 4;
const PAIRS = 1 << (2 * STEP_BITS);
const pairOf = (whole: number, clause: number): number =>
  (whole + LAST_STEP) | ((clause + LAST_STEP) << STEP_BITS);

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
    for (let act = 0; act < ACTS; act++) {
      pairs[first + act] = pairOf(whole[row * ACTS + act] ?? 0, clause[row * ACTS + act] ?? 0);
    }
  });
  const { add, settle, sums } = createAdding(pairs);
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
    meet(row, first, part) {
      const at = row * RECORD + MET;
      const before = records[at] ?? 0;
      records[at] = first + part;
      // Numbers may pass the end of the integers and begin anew.
      const since = (first + part - before) >>> 0;
      return since === 0 ? KNOWN : since <= part ? NEW_IN_CLAUSE : NEW_IN_REPLY;
    },
    add,
    settle,
    sums,
    worths(row, act) {
      const pair = pairs[firstPair(row) + act] ?? 0;
      return { whole: WORTHS[pair] ?? 0, clause: WORTHS[PAIRS + pair] ?? 0 };
    },
  };
}

/** What pairs are worth in the whole, and from {@link PAIRS} on what they are worth in the clause. */
const WORTHS = Float64Array.from(
  { length: 2 * PAIRS },
  (_, i) => STEP_WORTHS[i < PAIRS ? i & ((1 << STEP_BITS) - 1) : (i - PAIRS) >>> STEP_BITS] ?? 0,
);

/** Features that are added up side by side, so that each sum is fetched and put back once for all of them. */
const ABREAST = 4;

function createAdding(pairs: Uint8Array): Pick<FeatureTable, 'add' | 'settle' | 'sums'> {
  // What stays the same in here is known to the compiler: the innermost loop need not ask each time where it is.
  const worths = WORTHS;
  const acts = ACTS;
  const inClause = PAIRS;
  const sums = new Float64Array(2 * ACTS);
  const firsts = new Int32Array(ABREAST);
  const wholeValues = new Float64Array(ABREAST);
  const clauseValues = new Float64Array(ABREAST);
  let waiting = 0;
  const addWaiting = (): void => {
    waiting = 0;
    const a = firsts[0] ?? 0;
    const b = firsts[1] ?? 0;
    const c = firsts[2] ?? 0;
    const d = firsts[3] ?? 0;
    const wholeA = wholeValues[0] ?? 0;
    const wholeB = wholeValues[1] ?? 0;
    const wholeC = wholeValues[2] ?? 0;
    const wholeD = wholeValues[3] ?? 0;
    const clauseA = clauseValues[0] ?? 0;
    const clauseB = clauseValues[1] ?? 0;
    const clauseC = clauseValues[2] ?? 0;
    const clauseD = clauseValues[3] ?? 0;
    for (let act = 0; act < acts; act++) {
      const ofA = pairs[a + act] ?? 0;
      const ofB = pairs[b + act] ?? 0;
      const ofC = pairs[c + act] ?? 0;
      const ofD = pairs[d + act] ?? 0;
      sums[act] =
        (sums[act] ?? 0) +
        (worths[ofA] ?? 0) * wholeA +
        (worths[ofB] ?? 0) * wholeB +
        (worths[ofC] ?? 0) * wholeC +
        (worths[ofD] ?? 0) * wholeD;
      sums[acts + act] =
        (sums[acts + act] ?? 0) +
        (worths[inClause + ofA] ?? 0) * clauseA +
        (worths[inClause + ofB] ?? 0) * clauseB +
        (worths[inClause + ofC] ?? 0) * clauseC +
        (worths[inClause + ofD] ?? 0) * clauseD;
    }
  };
  const add = (row: number, wholeValue: number, clauseValue: number): void => {
    firsts[waiting] = firstPair(row);
    wholeValues[waiting] = wholeValue;
    clauseValues[waiting++] = clauseValue;
    if (waiting === ABREAST) addWaiting();
  };
  // What is worth nothing fills up the last ones.
  const settle = (): void => {
    while (waiting > 0) add(0, 0, 0);
  };
  return { add, settle, sums };
}
