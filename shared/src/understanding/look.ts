import type { Bags } from './examples';

/** Looks at one row after another, at all of its features or at those that chance does not hide, and at what they weigh. */
type Look = {
  /** The most bags that a row has. */
  readonly most: number;
  /** Gives the number of the row's bags. */
  readonly at: (row: number, hidden?: number, random?: () => number) => number;
  /** Adds the weights of a bag's features, times their values, to sums. */
  readonly addUp: (weights: Float32Array, bag: number, sums: Float64Array) => void;
  /** Goes one step down in all weights of a bag's features, which keep so much of what they were. */
  readonly correct: (weights: Float32Array, bag: number, slopes: Float64Array, kept: number) => void;
  /** The same for the weights at some places only. */
  readonly correctSome: (
    weights: Float32Array,
    bag: number,
    slopes: Float64Array,
    places: Int32Array,
    kept: number,
  ) => void;
};

/** @param width how many weights a feature has */
export function createLook(bags: Bags, width: number): Look {
  const rows = new Int32Array(
    longest(bags, (first, last) => (bags.begins[last] ?? 0) - (bags.begins[first] ?? 0)),
  );
  const values = new Float64Array(rows.length);
  const most = longest(bags, (first, last) => last - first);
  const begins = new Int32Array(most + 1);

  return {
    most,
    at(row, hidden = 0, random = never) {
      const first = bags.firsts[row] ?? 0;
      const last = bags.firsts[row + 1] ?? 0;
      const louder = 1 / (1 - hidden);
      let end = 0;
      for (let bag = first; bag < last; bag++) {
        const to = bags.begins[bag + 1] ?? 0;
        for (let i = bags.begins[bag] ?? 0; i < to; i++) {
          if (random() < hidden) continue;
          rows[end] = (bags.rows[i] ?? 0) * width;
          values[end++] = (bags.values[i] ?? 0) * louder;
        }
        begins[bag - first + 1] = end;
      }
      return last - first;
    },
    addUp(weights, bag, sums) {
      addFeatures(weights, rows, values, begins[bag] ?? 0, begins[bag + 1] ?? 0, sums);
    },
    correct(weights, bag, slopes, kept) {
      const to = begins[bag + 1] ?? 0;
      for (let i = begins[bag] ?? 0; i < to; i++) {
        const at = rows[i] ?? 0;
        const value = values[i] ?? 0;
        for (let j = 0; j < width; j++) {
          weights[at + j] = (weights[at + j] ?? 0) * kept - (slopes[j] ?? 0) * value;
        }
      }
    },
    correctSome(weights, bag, slopes, places, kept) {
      const to = begins[bag + 1] ?? 0;
      for (let i = begins[bag] ?? 0; i < to; i++) {
        const at = rows[i] ?? 0;
        const value = values[i] ?? 0;
        for (let j = 0; j < places.length; j++) {
          const place = places[j] ?? 0;
          weights[at + place] = (weights[at + place] ?? 0) * kept - (slopes[place] ?? 0) * value;
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
  const width = sums.length;
  let i = from;
  for (; i + 3 < to; i += 4) {
    const [a, b, c, d] = [rows[i] ?? 0, rows[i + 1] ?? 0, rows[i + 2] ?? 0, rows[i + 3] ?? 0];
    const [u, v, w, x] = [values[i] ?? 0, values[i + 1] ?? 0, values[i + 2] ?? 0, values[i + 3] ?? 0];
    for (let j = 0; j < width; j++) {
      sums[j] =
        (sums[j] ?? 0) +
        (weights[a + j] ?? 0) * u +
        (weights[b + j] ?? 0) * v +
        (weights[c + j] ?? 0) * w +
        (weights[d + j] ?? 0) * x;
    }
  }
  for (; i < to; i++) {
    const at = rows[i] ?? 0;
    const value = values[i] ?? 0;
    for (let j = 0; j < width; j++) sums[j] = (sums[j] ?? 0) + (weights[at + j] ?? 0) * value;
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
