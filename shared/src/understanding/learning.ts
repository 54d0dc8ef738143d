import { ACT_IDS, isRedLine } from './acts';
import { type Bag, type Example, NOT_TAUGHT } from './examples';

const ACTS = ACT_IDS.length;

/** What both learners share. */
export type LearningOptions = {
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  /** Errors smaller than this teach nothing: well-known rows would only wear the weights down. */
  readonly margin: number;
  /** Share of the features that is hidden at each look at a row, so that no single one is relied upon. */
  readonly hidden: number;
  readonly seed: number;
};

/** Weights of all acts, feature by feature, so that one feature's weights lie together. */
export type Weights = { readonly weights: Float32Array; readonly biases: Float32Array };

/** How a learner makes sums of the bags that it reads of a reply, and what it changes for the acts on which it erred. */
export type Learner<Scores> = {
  readonly bags: (example: Example) => readonly Bag[];
  readonly score: (model: Weights, bags: readonly Bag[]) => Scores;
  readonly sums: (scores: Scores, model: Weights) => Float32Array;
  /** Goes one step down: `errors` of all acts, `wrong` the acts whose error matters. */
  readonly learn: (
    model: Weights,
    bags: readonly Bag[],
    scores: Scores,
    errors: Float32Array,
    wrong: Int32Array,
    pace: { readonly rate: number; readonly decay: number },
  ) => void;
};

/** Logistic regression of all acts at once by stochastic gradient descent in a seeded order. */
export function descend<Scores>(
  learner: Learner<Scores>,
  examples: readonly Example[],
  features: number,
  options: LearningOptions,
): Weights {
  const model = {
    weights: new Float32Array(features * ACTS),
    biases: new Float32Array(ACTS).fill(FIRST_BIAS),
  };
  const errors = new Float32Array(ACTS);
  const wrong = new Int32Array(ACTS);
  const order = examples.map((_, index) => index);
  const random = generator(options.seed);
  const thin = thinner(examples.map(learner.bags), options.hidden, random);
  const average = averager(model.weights, options);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const pace = { rate: rateOf(options, epoch), decay: options.decay };
    shuffle(order, random);
    for (const index of order) {
      const example = examples[index];
      if (!example) continue;
      const bags = thin(learner.bags(example));
      const scores = learner.score(model, bags);
      const sums = learner.sums(scores, model);
      let count = 0;
      for (let act = 0; act < ACTS; act++) {
        const label = example.labels[act] ?? 0;
        const error = label === NOT_TAUGHT ? 0 : 1 / (1 + Math.exp(-(sums[act] ?? 0))) - label;
        errors[act] = error * (EMPHASIS[act] ?? 1);
        model.biases[act] = (model.biases[act] ?? 0) - BIAS_RATE * error;
        if (Math.abs(error) > options.margin) wrong[count++] = act;
      }
      learner.learn(model, bags, scores, errors, wrong.subarray(0, count), pace);
    }
    average.add(epoch);
  }
  return { weights: average.result(), biases: model.biases };
}

/** Adds the scores of a bag of features to the sums of all acts. */
export function addBag(weights: Float32Array, { rows, values }: Bag, sums: Float32Array): void {
  for (let i = 0; i < rows.length; i++) {
    const at = (rows[i] ?? 0) * ACTS;
    const value = values[i] ?? 0;
    for (let act = 0; act < ACTS; act++) sums[act] = (sums[act] ?? 0) + (weights[at + act] ?? 0) * value;
  }
}

/** Hides features at random; the others count the more. The bags it gives are overwritten by the next call. */
function thinner(
  rows: readonly (readonly Bag[])[],
  hidden: number,
  random: () => number,
): (bags: readonly Bag[]) => readonly Bag[] {
  const room = rows.reduce(
    (most, bags) =>
      Math.max(
        most,
        bags.reduce((size, bag) => size + bag.rows.length, 0),
      ),
    0,
  );
  const keptRows = new Int32Array(room);
  const keptValues = new Float32Array(room);
  let end = 0;
  const thinBag = ({ rows, values }: Bag): Bag => {
    const start = end;
    for (let i = 0; i < rows.length; i++) {
      if (random() < hidden) continue;
      keptRows[end] = rows[i] ?? 0;
      keptValues[end] = (values[i] ?? 0) / (1 - hidden);
      end++;
    }
    return { rows: keptRows.subarray(start, end), values: keptValues.subarray(start, end) };
  };
  return (bags) => {
    end = 0;
    return bags.map(thinBag);
  };
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

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const held = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = held;
  }
}

/** Errors on the red lines teach more: their breaches come in more guises than other acts and are rarer. */
const EMPHASIS = Float32Array.from(ACT_IDS, (act) => (isRedLine(act) ? 2 : 1));

/** Acts are rare: a reply starts out with a chance of about 5 % for each. */
const FIRST_BIAS = -3;
const BIAS_RATE = 0.01;

/** The mean of the weights after the later epochs: steadier than the last ones, which still follow the last rows. */
function averager(
  weights: Float32Array,
  { epochs }: LearningOptions,
): { add: (epoch: number) => void; result: () => Float32Array } {
  const from = Math.floor(epochs / 2);
  const total = new Float32Array(weights.length);
  return {
    add(epoch) {
      if (epoch < from) return;
      for (let i = 0; i < weights.length; i++) total[i] = (total[i] ?? 0) + (weights[i] ?? 0);
    },
    result: () => total.map((sum) => sum / (epochs - from)),
  };
}
