import { ACT_IDS } from './acts';
import type { Example } from './examples';
import { addBag, type Learner, type Weights } from './learning';

const ACTS = ACT_IDS.length;

/** Raw sums of all acts over the whole reply. */
export function linearSums({ weights, biases }: Weights, { whole }: Example): Float32Array {
  const sums = Float32Array.from(biases);
  addBag(weights, whole, sums);
  return sums;
}

/** The learner that reads the whole reply as one bag of features. */
export const LINEAR: Learner<Float32Array> = {
  score: linearSums,
  sums: (sums) => sums,
  learn({ weights }, { whole: { rows, values } }, _, errors, wrong, { rate, decay }) {
    for (let i = 0; i < rows.length; i++) {
      const at = (rows[i] ?? 0) * ACTS;
      const value = values[i] ?? 0;
      for (let j = 0; j < wrong.length; j++) {
        const act = wrong[j] ?? 0;
        const weight = weights[at + act] ?? 0;
        weights[at + act] = weight - rate * ((errors[act] ?? 0) * value + decay * weight);
      }
    }
  },
};
