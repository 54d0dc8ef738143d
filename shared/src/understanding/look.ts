import { ACT_IDS } from './acts';
import type { Bags } from './examples';
import { shareOut } from './pooled';

const ACTS = ACT_IDS.length;

/** Looks at one row after another, at all of its features or at those that chance does not hide. */
type Look = {
  readonly at: (row: number, hidden?: number, random?: () => number) => void;
  /** The sums of all acts, bag by bag; overwritten by the next look. */
  readonly score: (weights: Float32Array) => readonly Float64Array[];
  /** Goes one step down after `score`, for the acts that went wrong. */
  readonly correct: (
    weights: Float32Array,
    errors: Float64Array,
    wrong: Int32Array,
    rate: number,
    decay: number,
  ) => void;
};

export function createLook(bags: Bags): Look {
  const seenRows = new Int32Array(
    longest(bags, (first, last) => (bags.begins[last] ?? 0) - (bags.begins[first] ?? 0)),
  );
  const seenValues = new Float64Array(seenRows.length);
  const room = longest(bags, (first, last) => last - first);
  const begins = new Int32Array(room + 1);
  const shares = new Float64Array(room);
  const slopes = Array.from({ length: room }, () => new Float64Array(ACTS));
  const sums = Array.from({ length: room }, () => new Float64Array(ACTS));
  /** The sums of the first bags, by how many they are. */
  const sumsOfFirst = Array.from({ length: room + 1 }, (_, count) => sums.slice(0, count));
  let parts: readonly Float64Array[] = [];

  return {
    at(row, hidden = 0, random = never) {
      const first = bags.firsts[row] ?? 0;
      const last = bags.firsts[row + 1] ?? 0;
      const louder = 1 / (1 - hidden);
      let end = 0;
      for (let bag = first; bag < last; bag++) {
        const to = bags.begins[bag + 1] ?? 0;
        for (let i = bags.begins[bag] ?? 0; i < to; i++) {
          if (random() < hidden) continue;
          seenRows[end] = (bags.rows[i] ?? 0) * ACTS;
          seenValues[end++] = (bags.values[i] ?? 0) * louder;
        }
        begins[bag - first + 1] = end;
      }
      parts = sumsOfFirst[last - first] ?? [];
    },
    score(weights) {
      parts.forEach((partSums, part) => {
        partSums.fill(0);
        addFeatures(weights, seenRows, seenValues, begins[part] ?? 0, begins[part + 1] ?? 0, partSums);
      });
      return parts;
    },
    correct(weights, errors, wrong, rate, decay) {
      const kept = 1 - rate * decay;
      for (const act of wrong) {
        shareOut(parts, act, shares);
        for (let part = 0; part < parts.length; part++) {
          const slope = slopes[part];
          if (slope) slope[act] = rate * (errors[act] ?? 0) * (shares[part] ?? 0);
        }
      }
      for (let part = 0; part < parts.length; part++) {
        const slope = slopes[part] ?? errors;
        const to = begins[part + 1] ?? 0;
        for (let i = begins[part] ?? 0; i < to; i++) {
          const at = seenRows[i] ?? 0;
          const value = seenValues[i] ?? 0;
          for (let j = 0; j < wrong.length; j++) {
            const act = wrong[j] ?? 0;
            weights[at + act] = (weights[at + act] ?? 0) * kept - (slope[act] ?? 0) * value;
          }
        }
      }
    },
  };
}

/** Adds the weights of features, times their values, to the sums: four at a time, so that each sum is fetched and put back once. */
function addFeatures(
  weights: Float32Array,
  rows: Int32Array,
  values: Float64Array,
  from: number,
  to: number,
  sums: Float64Array,
): void {
  let i = from;
  for (; i + 3 < to; i += 4) {
    const [a, b, c, d] = [rows[i] ?? 0, rows[i + 1] ?? 0, rows[i + 2] ?? 0, rows[i + 3] ?? 0];
    const [u, v, w, x] = [values[i] ?? 0, values[i + 1] ?? 0, values[i + 2] ?? 0, values[i + 3] ?? 0];
    for (let act = 0; act < ACTS; act++) {
      sums[act] =
        (sums[act] ?? 0) +
        (weights[a + act] ?? 0) * u +
        (weights[b + act] ?? 0) * v +
        (weights[c + act] ?? 0) * w +
        (weights[d + act] ?? 0) * x;
    }
  }
  for (; i < to; i++) {
    const at = rows[i] ?? 0;
    const value = values[i] ?? 0;
    for (let act = 0; act < ACTS; act++) sums[act] = (sums[act] ?? 0) + (weights[at + act] ?? 0) * value;
  }
}

/** The chance that hides nothing. */
const never = (): number => 1;

/** The most that any row has, by its first bag and the one after its last. */
function longest({ firsts }: Bags, sizeOf: (first: number, last: number) => number): number {
  let most = 0;
  for (let row = 0; row + 1 < firsts.length; row++) {
    most = Math.max(most, sizeOf(firsts[row] ?? 0, firsts[row + 1] ?? 0));
  }
  return most;
}
