import type { Act } from '@kefu/shared/understanding/acts';

/** The acts with one more, or without it when it was among them. */
export const toggled = (acts: readonly Act[], act: Act): readonly Act[] =>
  acts.includes(act) ? acts.filter((one) => one !== act) : [...acts, act];
