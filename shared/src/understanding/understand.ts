import { ACTS, type Act } from './acts';
import { findClaims } from './claims';
import { findCues, type PreparedCue, prepareCue } from './cues';
import type { Recogniser } from './recogniser';
import type { Teaching } from './teaching';
import type { ActHit, Understood } from './understood';

/** A script's teaching, worked out once per script and recogniser. */
export type PreparedTeaching = {
  readonly cues: readonly PreparedCue[];
  readonly teaching: Pick<Teaching, 'now' | 'claims'>;
};

export function prepareTeaching(recogniser: Recogniser, { now, cues, claims }: Teaching): PreparedTeaching {
  return {
    cues: Object.entries(cues).map(([id, cue]) => prepareCue(id, cue, recogniser.weightOfGram)),
    teaching: { now, claims },
  };
}

/** All that one reply does, says and promises; `context` is what the customer had said before it. */
export function understand(
  recogniser: Recogniser,
  { cues, teaching }: PreparedTeaching,
  text: string,
  context = '',
): Understood {
  return {
    recogniser: recogniser.hash,
    acts: recogniser.recognise(text, context).filter(mayBeHeld),
    cues: findCues(text, cues, recogniser.weightOfGram),
    claims: findClaims(text, context, teaching),
  };
}

/**
 * What is held against a trainee must be sure: a false alarm angers the customer at a good reply, while missed rudeness is rarely
 * the only one. Measured on the held-out replies, this accuses 3 of 1,404 good ones and catches 274 of 496 bad ones. What ends the
 * rehearsal must be surer still.
 */
const SURE = 0.88;
const CERTAIN = 0.9;
const ENDING: ReadonlySet<Act> = new Set<Act>(['offplatform', 'leak']);

const mayBeHeld = ({ act, confidence }: ActHit): boolean => confidence >= heldFrom(act);

/** The probability from which an act counts, beside the threshold of the model. */
export function heldFrom(act: Act): number {
  if (ACTS[act].kind === 'good') return 0;
  return ENDING.has(act) ? CERTAIN : SURE;
}
