import { ACT_IDS, isRedLine } from './acts';
import { type Bags, NOT_TAUGHT } from './examples';

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

/** All that a learner changes, with the biases of all acts among it. */
export type Weights = Readonly<Record<string, Float32Array>> & { readonly biases: Float32Array };

/** One for each act. */
export type Sums = Float32Array | Float64Array;

/** Scores one row after another and corrects its weights where it went wrong. */
export type Learner = {
  readonly at: (row: number, hidden?: number, random?: () => number) => void;
  /** The sums of all acts for the row. */
  readonly score: () => Sums;
  /** Goes one step down after `score`, for the acts that went wrong. */
  readonly correct: (errors: Float64Array, wrong: Int32Array, rate: number, decay: number) => void;
};

/** A kind of learner: the weights that it begins with, the biases aside, and how it uses them. */
export type Kind<W extends Weights> = {
  readonly begin: (features: number, random: () => number) => W;
  readonly over: (bags: Bags, weights: W) => Learner;
};

/** What is learnt from: bags of features and the labels of all acts, row by row, and how many features there are. */
export type Lessons = { readonly bags: Bags; readonly labels: Uint8Array; readonly features: number };

/** Learns with every seed; gives the mean. */
export function learn<W extends Weights>(
  kind: Kind<W>,
  lessons: Lessons,
  rows: readonly number[],
  options: LearningOptions,
): W {
  const mean = kind.begin(lessons.features, () => 0);
  for (const values of Object.values(mean)) values.fill(0);
  for (const seed of options.seeds) descend(kind, lessons, rows, options, seed, mean);
  return mean;
}

/** Stochastic gradient descent in a seeded order; adds to the mean its share. */
function descend<W extends Weights>(
  kind: Kind<W>,
  { bags, labels, features }: Lessons,
  rows: readonly number[],
  options: LearningOptions,
  seed: number,
  mean: W,
): void {
  const random = generator(seed);
  const weights = kind.begin(features, random);
  const biases = weights.biases.fill(FIRST_BIAS);
  const meanFrom = Math.floor(options.epochs / 2);
  const errors = new Float64Array(ACTS);
  const wrong = new Int32Array(ACTS);
  const order = Int32Array.from(rows);
  const learner = kind.over(bags, weights);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const rate = rateOf(options, epoch);
    shuffle(order, random);
    for (const row of order) {
      learner.at(row, options.hidden, random);
      const sums = learner.score();
      let count = 0;
      for (let act = 0; act < ACTS; act++) {
        const label = labels[row * ACTS + act] ?? 0;
        if (label === NOT_TAUGHT) continue;
        const error = 1 / (1 + Math.exp(-(sums[act] ?? 0))) - label;
        errors[act] = error * (EMPHASIS[act] ?? 1);
        biases[act] = (biases[act] ?? 0) - BIAS_RATE * error;
        if (Math.abs(error) > options.margin) wrong[count++] = act;
      }
      if (count > 0) learner.correct(errors, wrong.subarray(0, count), rate, options.decay);
    }
    // The mean of the later epochs is steadier than the last one, which still follows the last rows.
    if (epoch >= meanFrom) addShare(mean, weights, (options.epochs - meanFrom) * options.seeds.length);
  }
}

/** The sums of all acts for each of the rows. */
export function sumsOf<W extends Weights>(
  kind: Kind<W>,
  weights: W,
  bags: Bags,
  rows: readonly number[],
): Sums[] {
  const learner = kind.over(bags, weights);
  return rows.map((row) => {
    learner.at(row);
    return learner.score();
  });
}

/** Adds to a mean of `count` its share. */
function addShare(mean: Weights, weights: Weights, count: number): void {
  for (const [name, sums] of Object.entries(mean)) {
    const values = weights[name];
    for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] ?? 0) + (values?.[i] ?? 0) / count;
  }
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
