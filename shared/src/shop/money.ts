/** An amount in 分, always a whole number: sums and comparisons of prices are exact. */
export type Fen = number;

/** CNY to 分, e.g. 29.9 to 2990. Prices have at most two decimals, so rounding only repairs the binary fraction. */
export const toFen = (yuan: number): Fen => Math.round(yuan * 100);

/** 分 to CNY as people write it: `266.6`, `30`. */
export const yuanText = (fen: Fen): string => String(fen / 100);

/** `part` of 100 of an amount, rounded half up to the 分 (四舍五入到分). Both are whole numbers. */
export const percentOf = (fen: Fen, part: number): Fen => Math.floor((fen * part + 50) / 100);

/**
 * Divides an amount among weights so that the shares add up to it exactly: each gets its proportion rounded down, and the 分 that are
 * left go to the largest remainders, earlier ones first.
 * @param weights whole numbers from 0 on, not all of them 0 unless the amount is 0
 */
export function divide(amount: Fen, weights: readonly number[]): Fen[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum === 0) return weights.map(() => 0);
  const shares = weights.map((weight) => Math.floor((amount * weight) / sum));
  const left = amount - shares.reduce((total, share) => total + share, 0);
  const remainders = weights
    .map((weight, index) => ({ index, rest: (amount * weight) % sum }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of remainders.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}
