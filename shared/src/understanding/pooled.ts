import { ACT_IDS } from './acts';
import type { Bag } from './examples';
import { addBag, type Learner, type Weights } from './learning';

const ACTS = ACT_IDS.length;

/** How sharply the best clause stands out among the clauses, and how much the plain sum of all still counts. */
const SHARPNESS = 2;
const PLAIN = 0.15;

/**
 * A learner that scores every clause by itself and pools the scores with a soft maximum: an act is done when one clause
 * does it, however long the rest is. It errs on other rows than the learner over the whole reply, so both are averaged.
 */
export const POOLED: Learner<Float32Array[]> = {
  bags: ({ clauses }) => clauses,
  score: sumsByClause,
  sums: (clauseSums, { biases }) => pool(clauseSums, biases),
  learn({ weights }, clauses, clauseSums, errors, wrong, { rate, decay }) {
    const shares = sharesOf(clauseSums, wrong);
    clauses.forEach(({ rows, values }, clause) => {
      const share = shares[clause] ?? errors;
      for (let i = 0; i < rows.length; i++) {
        const at = (rows[i] ?? 0) * ACTS;
        const value = values[i] ?? 0;
        for (let j = 0; j < wrong.length; j++) {
          const act = wrong[j] ?? 0;
          const weight = weights[at + act] ?? 0;
          const slope = (errors[act] ?? 0) * (share[act] ?? 0) * value;
          weights[at + act] = weight - rate * (slope + decay * weight);
        }
      }
    });
  },
};

function sumsByClause({ weights }: Weights, clauses: readonly Bag[]): Float32Array[] {
  return clauses.map((bag) => {
    const sums = new Float32Array(ACTS);
    addBag(weights, bag, sums);
    return sums;
  });
}

/** The first part belongs to no clause and is simply added; the clauses are pooled. */
export function pool(
  parts: readonly (Float32Array | Float64Array)[],
  biases: ArrayLike<number>,
): Float32Array {
  const pooled = new Float32Array(ACTS);
  for (let act = 0; act < ACTS; act++) {
    let plain = 0;
    let most = Number.NEGATIVE_INFINITY;
    for (let part = 1; part < parts.length; part++) {
      const score = parts[part]?.[act] ?? 0;
      plain += score;
      if (score > most) most = score;
    }
    let soft = parts.length > 1 ? most : 0;
    if (parts.length > 2) {
      let total = 0;
      for (let part = 1; part < parts.length; part++) {
        total += Math.exp(((parts[part]?.[act] ?? 0) - most) * SHARPNESS);
      }
      soft += Math.log(total) / SHARPNESS;
    }
    pooled[act] = (biases[act] ?? 0) + (parts[0]?.[act] ?? 0) + (1 - PLAIN) * soft + PLAIN * plain;
  }
  return pooled;
}

/** How much each part's score moves the pooled sum, worked out for the given acts only. */
function sharesOf(parts: readonly Float32Array[], acts: Int32Array): Float32Array[] {
  const shares = parts.map(() => new Float32Array(ACTS).fill(1));
  if (parts.length < 3) return shares;
  for (const act of acts) {
    let most = Number.NEGATIVE_INFINITY;
    for (let part = 1; part < parts.length; part++) most = Math.max(most, parts[part]?.[act] ?? 0);
    let total = 0;
    for (let part = 1; part < parts.length; part++) {
      total += Math.exp(((parts[part]?.[act] ?? 0) - most) * SHARPNESS);
    }
    for (let part = 1; part < parts.length; part++) {
      const weight = Math.exp(((parts[part]?.[act] ?? 0) - most) * SHARPNESS) / total;
      const share = shares[part];
      if (share) share[act] = (1 - PLAIN) * weight + PLAIN;
    }
  }
  return shares;
}
