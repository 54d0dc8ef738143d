/** A raw sum of a row that was not learnt, with the truth. */
export type Scored = { readonly sum: number; readonly label: number };

/** The same as a probability. */
export type Judgement = { readonly p: number; readonly label: number };

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

/**
 * The one threshold that is best for all acts together, by mean F1 over the acts and F1 over all decisions. Act by act,
 * chance would decide more than the act.
 */
export function commonThreshold(acts: readonly (readonly Judgement[])[]): number {
  let best = { f1: -1, threshold: 0.35 };
  for (let percent = 14; percent <= 60; percent += 2) {
    const threshold = percent / 100;
    const counts = acts.map((judgements) => countAt(judgements, threshold));
    const macro = sum(counts.map(f1Of)) / Math.max(1, acts.length);
    const micro = f1Of({
      right: sum(counts.map(({ right }) => right)),
      all: sum(counts.map(({ all }) => all)),
    });
    if (macro + micro > best.f1) best = { f1: macro + micro, threshold };
  }
  return best.threshold;
}

/** Examples it takes until an act's own best threshold counts as much as the common one. */
const PATIENCE = 500;

/**
 * The probability from which saying the act is best: its own optimum, drawn towards the common threshold. What an act may
 * do to a rehearsal can ask for more, see understand.ts.
 */
export function fitThreshold(judgements: readonly Judgement[], common: number): number {
  const sorted = [...judgements].sort((a, b) => b.p - a.p);
  const positives = sorted.reduce((total, { label }) => total + label, 0);
  let right = 0;
  let best = { f1: -1, threshold: common };
  sorted.forEach(({ p, label }, index) => {
    right += label;
    const next = sorted[index + 1]?.p ?? 0;
    if (next === p) return;
    const f1 = (2 * right) / (index + 1 + positives);
    if (f1 > best.f1) best = { f1, threshold: (p + next) / 2 };
  });
  const trust = positives / (positives + PATIENCE);
  return trust * best.threshold + (1 - trust) * common;
}

type Counts = { readonly right: number; readonly all: number };

/** Right decisions, and all that were made or should have been. */
function countAt(judgements: readonly Judgement[], threshold: number): Counts {
  let right = 0;
  let all = 0;
  for (const { p, label } of judgements) {
    const said = p >= threshold ? 1 : 0;
    right += said * label;
    all += said + label;
  }
  return { right, all };
}

const f1Of = ({ right, all }: Counts): number => (all === 0 ? 0 : (2 * right) / all);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** What has this probability under {@link sigmoid}. */
export const logit = (p: number): number => Math.log(p / (1 - p));

const clip = (move: number, limit: number): number => Math.max(-limit, Math.min(limit, move));
