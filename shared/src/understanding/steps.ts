/**
 * Weights are stored as small whole numbers, steps, that lie closer together near zero: most weights are small and count by
 * their number, a few are large and need no precision. Only exact arithmetic, so that a model means the same everywhere.
 */
const STEPS = 7;
const CURVE = 3;

const shareOf = (step: number): number => (step * (step + CURVE)) / (STEPS * (STEPS + CURVE));

/** The greatest step, either way. */
export const LAST_STEP = STEPS;

/** What steps are worth as shares of the act's largest weight, from the most negative one on. */
export const STEP_WORTHS: Float64Array = Float64Array.from({ length: 2 * STEPS + 1 }, (_, i) =>
  i < STEPS ? -shareOf(STEPS - i) : shareOf(i - STEPS),
);

/** The step nearest to a weight, for an act whose largest weight is `most`. */
export function stepOf(weight: number, most: number): number {
  const share = Math.abs(weight) / most;
  let step = 0;
  while (step < STEPS && 2 * share > shareOf(step) + shareOf(step + 1)) step++;
  return weight < 0 ? -step : step;
}
