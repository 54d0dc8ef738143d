import { ACT_IDS } from './acts';

const ACTS = ACT_IDS.length;

/** How sharply the best clause stands out among the clauses, and how much the plain sum of all still counts. */
const SHARPNESS = 2;
const PLAIN = 0.15;

/**
 * Pools the sums of a reply's parts with a soft maximum: an act is done when one clause does it, however long the rest is. The
 * first part belongs to no clause and is simply added.
 */
export function pool(
  parts: readonly (Float32Array | Float64Array)[],
  biases: ArrayLike<number>,
): Float32Array {
  const pooled = new Float32Array(ACTS);
  for (let act = 0; act < ACTS; act++) pooled[act] = poolAct(parts, act, biases[act] ?? 0);
  return pooled;
}

/**
 * Pools the sums of one act.
 * @param least where it cannot be as much as this, the answer is -∞: most acts are so far from being said that they need no closer look
 */
export function poolAct(
  parts: readonly (Float32Array | Float64Array)[],
  act: number,
  bias: number,
  least = Number.NEGATIVE_INFINITY,
): number {
  const clauses = parts.length - 1;
  let plain = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let part = 1; part <= clauses; part++) {
    const score = parts[part]?.[act] ?? 0;
    plain += score;
    if (score > most) most = score;
  }
  const first = bias + (parts[0]?.[act] ?? 0);
  let soft = clauses > 0 ? most : 0;
  if (clauses > 1) {
    // At the most all clauses are alike.
    const atMost = most + Math.log(clauses) / SHARPNESS;
    if (first + (1 - PLAIN) * atMost + PLAIN * plain < least) return Number.NEGATIVE_INFINITY;
    let total = 0;
    for (let part = 1; part <= clauses; part++) {
      total += Math.exp(((parts[part]?.[act] ?? 0) - most) * SHARPNESS);
    }
    soft += Math.log(total) / SHARPNESS;
  }
  return first + (1 - PLAIN) * soft + PLAIN * plain;
}

/** Finds how much each part's sum moves the pooled sum of an act. */
export function shareOut(parts: readonly Float64Array[], act: number, shares: Float64Array): void {
  shares.fill(1, 0, parts.length);
  if (parts.length < 3) return;
  let most = Number.NEGATIVE_INFINITY;
  for (let part = 1; part < parts.length; part++) most = Math.max(most, parts[part]?.[act] ?? 0);
  let total = 0;
  for (let part = 1; part < parts.length; part++) {
    const weight = Math.exp(((parts[part]?.[act] ?? 0) - most) * SHARPNESS);
    shares[part] = weight;
    total += weight;
  }
  for (let part = 1; part < parts.length; part++) {
    shares[part] = ((1 - PLAIN) * (shares[part] ?? 0)) / total + PLAIN;
  }
}
