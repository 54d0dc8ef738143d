import { ACT_IDS } from './acts';
import type { Bag, Example } from './examples';
import {
  averager,
  BIAS_RATE,
  FIRST_BIAS,
  generator,
  type LearningOptions,
  rateOf,
  shuffle,
} from './learning';

const ACTS = ACT_IDS.length;

/** Weights of all acts, feature by feature, so that one feature's weights lie together. */
export type Weights = { readonly weights: Float32Array; readonly biases: Float32Array };

/** Logistic regression of all acts at once over the whole reply, by stochastic gradient descent in a seeded order. */
export function trainLinear(
  examples: readonly Example[],
  features: number,
  options: LearningOptions,
): Weights {
  const weights = new Float32Array(features * ACTS);
  const biases = new Float32Array(ACTS).fill(FIRST_BIAS);
  const sums = new Float32Array(ACTS);
  const errors = new Float32Array(ACTS);
  const wrong = new Int32Array(ACTS);
  const order = examples.map((_, index) => index);
  const random = generator(options.seed);
  const average = averager(weights, options);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const rate = rateOf(options, epoch);
    shuffle(order, random);
    for (const index of order) {
      const example = examples[index];
      if (!example) continue;
      sums.set(biases);
      addBag(weights, example.whole, sums);
      let count = 0;
      for (let act = 0; act < ACTS; act++) {
        const error = 1 / (1 + Math.exp(-(sums[act] ?? 0))) - (example.labels[act] ?? 0);
        errors[act] = error;
        biases[act] = (biases[act] ?? 0) - BIAS_RATE * error;
        if (Math.abs(error) > options.margin) wrong[count++] = act;
      }
      const { rows, values } = example.whole;
      for (let i = 0; i < rows.length; i++) {
        const at = (rows[i] ?? 0) * ACTS;
        const value = values[i] ?? 0;
        for (let j = 0; j < count; j++) {
          const act = wrong[j] ?? 0;
          const weight = weights[at + act] ?? 0;
          weights[at + act] = weight - rate * ((errors[act] ?? 0) * value + options.decay * weight);
        }
      }
    }
    average.add(epoch);
  }
  return { weights: average.result(), biases };
}

/** Raw sums of all acts over the whole reply. */
export function linearSums({ weights, biases }: Weights, { whole }: Example): Float32Array {
  const sums = Float32Array.from(biases);
  addBag(weights, whole, sums);
  return sums;
}

export function addBag(weights: Float32Array, { rows, values }: Bag, sums: Float32Array): void {
  for (let i = 0; i < rows.length; i++) {
    const at = (rows[i] ?? 0) * ACTS;
    const value = values[i] ?? 0;
    for (let act = 0; act < ACTS; act++) sums[act] = (sums[act] ?? 0) + (weights[at + act] ?? 0) * value;
  }
}
