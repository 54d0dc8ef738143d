import { ACT_IDS } from './acts';
import type { Bag } from './examples';
import { addBag, type Learner, type Weights } from './learning';

const ACTS = ACT_IDS.length;

function sumsOf({ weights, biases }: Weights, bags: readonly Bag[]): Float32Array {
  const sums = Float32Array.from(biases);
  for (const bag of bags) addBag(weights, bag, sums);
  return sums;
}

/** The learner that reads the whole reply as one bag of features. */
export const LINEAR: Learner<Float32Array> = {
  bags: ({ whole }) => [whole],
  score: sumsOf,
  sums: (sums) => sums,
  learn({ weights }, bags, _, errors, wrong, { rate, decay }) {
    for (const { rows, values } of bags) {
      for (let i = 0; i < rows.length; i++) {
        const at = (rows[i] ?? 0) * ACTS;
        const value = values[i] ?? 0;
        for (let j = 0; j < wrong.length; j++) {
          const act = wrong[j] ?? 0;
          const weight = weights[at + act] ?? 0;
          weights[at + act] = weight - rate * ((errors[act] ?? 0) * value + decay * weight);
        }
      }
    }
  },
};
