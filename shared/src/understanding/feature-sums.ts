import type { Steps } from './steps';

/**
 * Adds up what features weigh. Two steps share a byte, and two sums a number: one counts in ones, the other in units beyond all that
 * the first can reach, so that one multiplication serves both. All are whole numbers, so that nothing is lost to rounding.
 */
export type FeatureSums = {
  /** Adds the weights of a feature, whose bytes begin at `first`, times a whole number; at the latest in `settle`. */
  readonly add: (first: number, value: number) => void;
  readonly settle: () => void;
  /** Two sums in each. */
  readonly packed: Float64Array;
  /** Fetches the sums one by one. */
  readonly unpack: (sums: Float64Array) => void;
};

/** A feature adds some thousands at the most: a reply would need ten thousand different ones that all say the same. */
const BEYOND = 2 ** 26;

const STEP_BITS = 4;

/** Two steps as a byte. */
export const pairOf = (one: number, other: number, { last }: Steps): number =>
  (one + last) | ((other + last) << STEP_BITS);

/** What the steps of a byte are worth, one by one. */
export const worthsOf = (pair: number, { worths }: Steps): readonly [number, number] => [
  worths[pair & ((1 << STEP_BITS) - 1)] ?? 0,
  worths[pair >>> STEP_BITS] ?? 0,
];

/** Features that are added up side by side, so that each sum is fetched and put back once for all of them. */
const ABREAST = 4;

/** @param pairs how many bytes of steps a feature has */
export function createFeatureSums(bytes: Uint8Array, pairs: number, steps: Steps): FeatureSums {
  const worths = Float64Array.from({ length: 256 }, (_, pair) => {
    const [one, other] = worthsOf(pair, steps);
    return one + other * BEYOND;
  });
  const packed = new Float64Array(pairs);
  const firsts = new Int32Array(ABREAST);
  const values = new Float64Array(ABREAST);
  let waiting = 0;
  const add = (first: number, value: number): void => {
    firsts[waiting] = first;
    values[waiting++] = value;
    if (waiting < ABREAST) return;
    waiting = 0;
    addFour(bytes, firsts, values, worths, packed);
  };
  return {
    add,
    // What is worth nothing fills up the last ones.
    settle() {
      while (waiting > 0) add(0, 0);
    },
    packed,
    unpack(sums) {
      for (let pair = 0; pair < pairs; pair++) {
        const both = packed[pair] ?? 0;
        const other = Math.round(both / BEYOND);
        sums[2 * pair] = both - other * BEYOND;
        sums[2 * pair + 1] = other;
      }
    },
  };
}

/** A function of its own: what stays the same in the loop is fetched once. */
function addFour(
  bytes: Uint8Array,
  firsts: Int32Array,
  values: Float64Array,
  worths: Float64Array,
  packed: Float64Array,
): void {
  const a = firsts[0] ?? 0;
  const b = firsts[1] ?? 0;
  const c = firsts[2] ?? 0;
  const d = firsts[3] ?? 0;
  const ofA = values[0] ?? 0;
  const ofB = values[1] ?? 0;
  const ofC = values[2] ?? 0;
  const ofD = values[3] ?? 0;
  for (let pair = 0; pair < packed.length; pair++) {
    packed[pair] =
      (packed[pair] ?? 0) +
      (worths[bytes[a + pair] ?? 0] ?? 0) * ofA +
      (worths[bytes[b + pair] ?? 0] ?? 0) * ofB +
      (worths[bytes[c + pair] ?? 0] ?? 0) * ofC +
      (worths[bytes[d + pair] ?? 0] ?? 0) * ofD;
  }
}
