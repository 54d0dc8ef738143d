/**
 * Weights are stored as small whole numbers, steps, that lie closer together near zero: most weights are small and count by
 * their number, a few are large and need no precision. Only exact arithmetic, so that a model means the same everywhere.
 */
export type Steps = {
  /** The greatest step, either way. */
  readonly last: number;
  /** What steps are worth, from the most negative one on, in whole numbers. */
  readonly worths: Float64Array;
  /** What the greatest is worth. */
  readonly most: number;
  /** The step nearest to a weight, where the greatest one stands for `scale`. */
  readonly nearest: (weight: number, scale: number) => number;
};

const CURVE = 3;
const worthOf = (step: number): number => step * (Math.abs(step) + CURVE);

function createSteps(last: number): Steps {
  const most = worthOf(last);
  return {
    last,
    worths: Float64Array.from({ length: 2 * last + 1 }, (_, i) => worthOf(i - last)),
    most,
    nearest(weight, scale) {
      const worth = (Math.abs(weight) / scale) * most;
      let step = 0;
      while (step < last && 2 * worth > worthOf(step) + worthOf(step + 1)) step++;
      return weight < 0 ? -step : step;
    },
  };
}

/** Of the weights of acts. */
export const ACT_STEPS = createSteps(7);
/** Of the weights of neurons, which are more and correct each other. */
export const NEURON_STEPS = createSteps(3);
