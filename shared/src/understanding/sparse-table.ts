import { ACT_IDS } from './acts';

/**
 * The weights other than zero of each feature, of both parts of the model side by side: most weights are zero, and what
 * costs time is fetching from memory.
 */
export type SparseTable = {
  /** Adds a feature's weights, times `value`, to the sums of all acts; a part without sums is passed over. */
  readonly add: (
    row: number,
    value: number,
    whole: Float64Array | undefined,
    clause: Float64Array | undefined,
  ) => void;
};

const ACTS = ACT_IDS.length;

export function createSparseTable(whole: Int8Array, clause: Int8Array): SparseTable {
  const rows = whole.length / ACTS;
  /** Where the whole part and then the clause part of each row begins. */
  const first = new Int32Array(rows * 2 + 1);
  /** Act and weight in turn. */
  const pairs = new Int8Array((countOf(whole) + countOf(clause)) * 2);
  let at = 0;
  for (let row = 0; row < rows; row++) {
    [whole, clause].forEach((weights, part) => {
      first[row * 2 + part] = at;
      for (let act = 0; act < ACTS; act++) {
        const weight = weights[row * ACTS + act] ?? 0;
        if (weight === 0) continue;
        pairs[at] = act;
        pairs[at + 1] = weight;
        at += 2;
      }
    });
  }
  first[rows * 2] = at;
  const addPart = (from: number, to: number, value: number, sums: Float64Array): void => {
    for (let i = from; i < to; i += 2) {
      const act = pairs[i] ?? 0;
      sums[act] = (sums[act] ?? 0) + (pairs[i + 1] ?? 0) * value;
    }
  };
  return {
    add(row, value, wholeSums, clauseSums) {
      const middle = first[row * 2 + 1] ?? 0;
      if (wholeSums) addPart(first[row * 2] ?? 0, middle, value, wholeSums);
      if (clauseSums) addPart(middle, first[row * 2 + 2] ?? 0, value, clauseSums);
    },
  };
}

const countOf = (weights: Int8Array): number =>
  weights.reduce((count, weight) => count + (weight === 0 ? 0 : 1), 0);
