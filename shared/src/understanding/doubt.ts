import type { Act } from './acts';
import { readReply } from './reading';
import type { Recogniser } from './recogniser';
import { heldFrom } from './understand';

/** What the recogniser makes of one act in a reply. */
export type Suggestion = {
  readonly act: Act;
  readonly probability: number;
  /** It is said of the reply when it is understood. */
  readonly said: boolean;
};

/** How unsure the recogniser is of a reply, from 0 to 1, and why: all acts in their order. */
export type Doubt = { readonly degree: number; readonly suggestions: readonly Suggestion[] };

/** A whole sentence in which nothing is recognised may be a way of talking that was never learnt. */
const UNHEARD = 0.75;
const SENTENCE = 6;

export function doubtOf(recogniser: Recogniser, text: string, context: string): Doubt {
  let degree = 0;
  let heard = false;
  const suggestions = recogniser.probabilities(text, context).map(({ act, probability, threshold }) => {
    const sure = Math.max(threshold, heldFrom(act));
    const said = probability >= sure;
    heard ||= said;
    degree = Math.max(degree, closeness(probability, threshold, sure));
    return { act, probability, said };
  });
  if (!heard && readReply(text).normal.text.length >= SENTENCE) degree = Math.max(degree, UNHEARD);
  return { degree, suggestions };
}

/** 1 at the border between no and yes, and between the two where a suspicion is not yet held against anybody; 0 when certain. */
function closeness(probability: number, threshold: number, sure: number): number {
  if (probability < threshold) return probability / threshold;
  if (probability <= sure) return 1;
  return (1 - probability) / (1 - sure);
}
