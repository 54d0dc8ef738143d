import { findWords, type Word } from './lexicon/matcher';
import { type Normalised, normalise } from './normalise';
import { remembering } from './remembering';
import { type Segment, segment } from './segments';

/** A reply in normal form, in clauses, and with all words of the lexicon in it. */
export type Reading = {
  readonly normal: Normalised;
  readonly segments: readonly Segment[];
  readonly words: readonly Word[];
};

/** What was read last is remembered, since acts and cues are looked for in the same reply one after the other. */
export const readReply = remembering(1, (source): Reading => {
  const normal = normalise(source);
  return { normal, segments: segment(normal.text), words: findWords(normal.text) };
});
