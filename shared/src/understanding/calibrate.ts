/** Scores of rows that were not learnt, with the truth: what calibration and thresholds are fitted on. */
export type Scored = { readonly sum: number; readonly label: number };

/** Platt scaling: the probability that belongs to a raw sum, by Newton steps with a weak pull towards slope 1. */
export function fitPlatt(scored: readonly Scored[]): { slope: number; offset: number } {
  let slope = 1;
  let offset = 0;
  for (let step = 0; step < 30; step++) {
    let g0 = 0.5 * (slope - 1);
    let g1 = 0.01 * offset;
    let h00 = 0.5;
    let h01 = 0;
    let h11 = 0.01;
    for (const { sum, label } of scored) {
      const p = sigmoid(slope * sum + offset);
      const error = p - label;
      const curve = Math.max(p * (1 - p), 1e-6);
      g0 += error * sum;
      g1 += error;
      h00 += curve * sum * sum;
      h01 += curve * sum;
      h11 += curve;
    }
    const det = h00 * h11 - h01 * h01;
    if (Math.abs(det) < 1e-12) break;
    const move0 = (h11 * g0 - h01 * g1) / det;
    const move1 = (h00 * g1 - h01 * g0) / det;
    slope -= clip(move0, 1);
    offset -= clip(move1, 2);
    if (Math.abs(move0) + Math.abs(move1) < 1e-6) break;
  }
  return slope > 0.05 ? { slope, offset } : { slope: 1, offset: 0 };
}

/** The probability from which saying the act gives the best F1, drawn towards `prior` when there are few examples. */
export function fitThreshold(
  scored: readonly { readonly p: number; readonly label: number }[],
  { prior, minPrecision = 0 }: { prior: number; minPrecision?: number },
): number {
  const sorted = [...scored].sort((a, b) => b.p - a.p);
  const positives = sorted.reduce((total, { label }) => total + label, 0);
  let right = 0;
  let best = { f1: -1, threshold: prior };
  sorted.forEach(({ p, label }, index) => {
    right += label;
    const next = sorted[index + 1]?.p ?? 0;
    if (next === p) return;
    const f1 = (2 * right) / (index + 1 + positives);
    const precise = right / (index + 1) >= minPrecision;
    if (precise && f1 > best.f1) best = { f1, threshold: (p + next) / 2 };
  });
  const trust = positives / (positives + 20);
  const threshold = trust * best.threshold + (1 - trust) * prior;
  return minPrecision > 0 ? Math.max(threshold, best.threshold) : threshold;
}

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

const clip = (move: number, limit: number): number => Math.max(-limit, Math.min(limit, move));
