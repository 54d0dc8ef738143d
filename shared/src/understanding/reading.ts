import { findWords, type Word } from './lexicon/matcher';
import { type Normalised, normalise } from './normalise';
import { type Segment, segment } from './segments';

/** A reply in normal form, in clauses, and with all words of the lexicon in it. */
export type Reading = {
  readonly normal: Normalised;
  readonly segments: readonly Segment[];
  readonly words: readonly Word[];
};

let last: { readonly source: string; readonly reading: Reading } | undefined;

/** What was read last is remembered, since acts and cues are looked for in the same reply one after the other. */
export function readReply(source: string): Reading {
  if (last?.source === source) return last.reading;
  const normal = normalise(source);
  const reading = { normal, segments: segment(normal.text), words: findWords(normal.text) };
  last = { source, reading };
  return reading;
}
