/** What several measurements of one thing come to. */
export type Spread = { readonly median: number; readonly min: number; readonly max: number };

/** The value below which this share (0–1) of the sorted values lies; between two values the nearer rank. */
export function quantile(sorted: readonly number[], share: number): number {
  if (sorted.length === 0) return Number.NaN;
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
}

/** The middle value, of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const [below, above] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return below === undefined || above === undefined ? Number.NaN : (below + above) / 2;
}

export const spreadOf = (values: readonly number[]): Spread => ({
  median: median(values),
  min: Math.min(...values),
  max: Math.max(...values),
});

/**
 * Ratios within each round, since a busy machine slows all that runs in the same moments alike.
 * @throws {RangeError} if the rounds are not the same ones
 */
export function pairedRatios(values: readonly number[], baselines: readonly number[]): number[] {
  if (values.length !== baselines.length) throw new RangeError('a ratio needs both of each round');
  return values.map((value, round) => value / (baselines[round] ?? Number.NaN));
}
