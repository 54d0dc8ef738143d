import type { Normalised } from './normalise';
import type { Reason } from './understood';

const REASONS = 6;
/** Characters below this part of the strongest one are silent. */
const SILENT = 0.2;

/**
 * Stretches of a text that spoke for or against an act, strongest first, from the share of each character of its normal
 * form. A stretch ends where the sign changes, where the characters fall silent, and at punctuation.
 */
export function reasonsFrom(
  shares: Float64Array,
  { text, starts, ends }: Normalised,
  source: string,
): Reason[] {
  const loudest = shares.reduce((most, share) => Math.max(most, Math.abs(share)), 0);
  const signAt = (at: number): number => {
    const share = shares[at] ?? 0;
    return Math.abs(share) < SILENT * loudest || PUNCTUATION.test(text[at] ?? '') ? 0 : Math.sign(share);
  };
  const reasons: Reason[] = [];
  let from = 0;
  while (from < shares.length) {
    const sign = signAt(from);
    let to = from + 1;
    while (to < shares.length && signAt(to) === sign) to++;
    if (sign !== 0) {
      const start = starts[from] ?? 0;
      const end = ends[to - 1] ?? source.length;
      const weight = shares.subarray(from, to).reduce((total, share) => total + share, 0);
      reasons.push({ words: source.slice(start, end), weight, start, end });
    }
    from = to;
  }
  return reasons
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || a.start - b.start)
    .slice(0, REASONS);
}

const PUNCTUATION = /[,.!?;:~"[\] -]/;
