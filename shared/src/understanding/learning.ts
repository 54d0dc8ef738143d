/** What both learners share. */
export type LearningOptions = {
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  /** Errors smaller than this teach nothing: well-known rows would only wear the weights down. */
  readonly margin: number;
  readonly seed: number;
};

/** Learning rate of an epoch: falling, so that the last rows seen do not weigh most. */
export const rateOf = ({ rate, epochs }: LearningOptions, epoch: number): number =>
  rate * (1 - (0.8 * epoch) / epochs);

/** A small seeded generator of numbers in [0, 1): training must give the same bytes on each run. */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x100000000;
  };
}

export function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const held = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = held;
  }
}

/** Acts are rare: a reply starts out with a chance of about 5 % for each. */
export const FIRST_BIAS = -3;
export const BIAS_RATE = 0.01;

/** The mean of the weights after the later epochs: steadier than the last ones, which still follow the last rows. */
export function averager(
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
