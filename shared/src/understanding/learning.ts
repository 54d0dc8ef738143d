import { ACT_IDS, isRedLine } from './acts';
import { type Bags, NOT_TAUGHT } from './examples';
import { createLook } from './look';
import { pool } from './pooled';

const ACTS = ACT_IDS.length;

export type LearningOptions = {
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  /** Errors smaller than this teach nothing: well-known rows would only wear the weights down. */
  readonly margin: number;
  /** Share of the features that is hidden at each look at a row, so that no single one is relied upon. */
  readonly hidden: number;
  /** All is learnt anew with each of these, and the mean counts: what one order of the rows happens to stress, another does not. */
  readonly seeds: readonly number[];
};

/** Weights of all acts, feature by feature, so that one feature's weights lie together. */
export type Weights = { readonly weights: Float32Array; readonly biases: Float32Array };

/** What is learnt from: bags of features and the labels of all acts, row by row, and how many features there are. */
export type Lessons = { readonly bags: Bags; readonly labels: Uint8Array; readonly features: number };

/** Learns with every seed; gives the mean. */
export function learn(lessons: Lessons, rows: readonly number[], options: LearningOptions): Weights {
  const weights = new Float32Array(lessons.features * ACTS);
  const biases = new Float32Array(ACTS);
  for (const seed of options.seeds) {
    const learnt = descend(lessons, rows, options, seed);
    addShare(weights, learnt.weights, options.seeds.length);
    addShare(biases, learnt.biases, options.seeds.length);
  }
  return { weights, biases };
}

/** Logistic regression of all acts at once by stochastic gradient descent in a seeded order. */
function descend(
  { bags, labels, features }: Lessons,
  rows: readonly number[],
  options: LearningOptions,
  seed: number,
): Weights {
  const weights = new Float32Array(features * ACTS);
  const biases = new Float32Array(ACTS).fill(FIRST_BIAS);
  const mean = new Float32Array(weights.length);
  const meanFrom = Math.floor(options.epochs / 2);
  const errors = new Float64Array(ACTS);
  const wrong = new Int32Array(ACTS);
  const order = Int32Array.from(rows);
  const random = generator(seed);
  const look = createLook(bags);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const rate = rateOf(options, epoch);
    shuffle(order, random);
    for (const row of order) {
      look.at(row, options.hidden, random);
      const parts = look.score(weights);
      const sums = pool(parts, biases);
      let count = 0;
      for (let act = 0; act < ACTS; act++) {
        const label = labels[row * ACTS + act] ?? 0;
        if (label === NOT_TAUGHT) continue;
        const error = 1 / (1 + Math.exp(-(sums[act] ?? 0))) - label;
        errors[act] = error * (EMPHASIS[act] ?? 1);
        biases[act] = (biases[act] ?? 0) - BIAS_RATE * error;
        if (Math.abs(error) > options.margin) wrong[count++] = act;
      }
      if (count > 0) look.correct(weights, errors, wrong.subarray(0, count), rate, options.decay);
    }
    // The mean of the later epochs is steadier than the last one, which still follows the last rows.
    if (epoch >= meanFrom) addShare(mean, weights, options.epochs - meanFrom);
  }
  return { weights: mean, biases };
}

/** The sums of all acts for each of the rows. */
export function sumsOf({ weights, biases }: Weights, bags: Bags, rows: readonly number[]): Float32Array[] {
  const look = createLook(bags);
  return rows.map((row) => {
    look.at(row);
    return Float32Array.from(pool(look.score(weights), biases));
  });
}

/** Adds to a mean of `count` its share. */
function addShare(mean: Float32Array, values: Float32Array, count: number): void {
  for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] ?? 0) + (values[i] ?? 0) / count;
}

/** Learning rate of an epoch: falling, so that the last rows seen do not weigh most. */
const rateOf = ({ rate, epochs }: LearningOptions, epoch: number): number =>
  rate * (1 - (0.8 * epoch) / epochs);

/** A small seeded generator of numbers in [0, 1): training must give the same bytes on each run. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x100000000;
  };
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const held = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = held;
  }
}

/** Errors on the red lines teach more: their breaches come in more guises than other acts and are rarer. */
const EMPHASIS = Float64Array.from(ACT_IDS, (act) => (isRedLine(act) ? 2 : 1));

/** Acts are rare: a reply starts out with a chance of about 5 % for each. */
const FIRST_BIAS = -3;
const BIAS_RATE = 0.01;
