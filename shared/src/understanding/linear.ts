import { ACT_IDS } from './acts';
import type { Example } from './examples';

const ACTS = ACT_IDS.length;

/** Weights of a linear one-vs-rest model: feature-major, so that one feature's weights of all acts lie together. */
export type Linear = { readonly weights: Float32Array; readonly biases: Float32Array };

export type LinearOptions = {
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  readonly seed: number;
};

/** Logistic regression of all acts at once by stochastic gradient descent, in an order fixed by the seed. */
export function trainLinear(
  examples: readonly Example[],
  features: number,
  { epochs, rate, decay, seed }: LinearOptions,
): Linear {
  const weights = new Float32Array(features * ACTS);
  const biases = new Float32Array(ACTS).fill(-3);
  const sums = new Float32Array(ACTS);
  const errors = new Float32Array(ACTS);
  const order = examples.map((_, index) => index);
  const random = generator(seed);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const step = rate * (1 - (0.8 * epoch) / epochs);
    shuffle(order, random);
    for (const index of order) {
      const example = examples[index];
      if (!example) continue;
      addSums(weights, biases, example, sums);
      for (let act = 0; act < ACTS; act++) {
        errors[act] = 1 / (1 + Math.exp(-(sums[act] ?? 0))) - (example.labels[act] ?? 0);
        biases[act] = (biases[act] ?? 0) - 0.01 * (errors[act] ?? 0);
      }
      const { rows, values } = example;
      for (let i = 0; i < rows.length; i++) {
        const at = (rows[i] ?? 0) * ACTS;
        const value = values[i] ?? 0;
        for (let act = 0; act < ACTS; act++) {
          const weight = weights[at + act] ?? 0;
          weights[at + act] = weight - step * ((errors[act] ?? 0) * value + decay * weight);
        }
      }
    }
  }
  return { weights, biases };
}

/** Raw sums of all acts for one example. */
export function addSums(
  weights: Float32Array,
  biases: Float32Array,
  example: Example,
  sums: Float32Array,
): void {
  sums.set(biases);
  const { rows, values } = example;
  for (let i = 0; i < rows.length; i++) {
    const at = (rows[i] ?? 0) * ACTS;
    const value = values[i] ?? 0;
    for (let act = 0; act < ACTS; act++) sums[act] = (sums[act] ?? 0) + (weights[at + act] ?? 0) * value;
  }
}

/** A small seeded generator of numbers in [0, 1): training must give the same bytes on each run. */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x100000000;
  };
}

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const held = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = held;
  }
}
