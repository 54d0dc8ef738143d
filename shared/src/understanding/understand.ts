import { ACTS, type Act, type RedLineAct } from './acts';
import { findClaims, type PreparedClaims, prepareClaims } from './claims';
import { findCues, type PreparedCues, prepareCues } from './cues';
import type { Recogniser } from './recogniser';
import type { Teaching } from './teaching';
import type { ActHit, Understood } from './understood';

/** A script's teaching, worked out once per script and recogniser. */
export type PreparedTeaching = {
  readonly cues: PreparedCues;
  readonly claims: PreparedClaims;
};

export function prepareTeaching(recogniser: Recogniser, teaching: Teaching): PreparedTeaching {
  return {
    cues: prepareCues(teaching.cues, recogniser.weightOfGram),
    claims: prepareClaims(teaching),
  };
}

/** All that one reply does, says and promises; `context` is what the customer had said before it. */
export function understand(
  recogniser: Recogniser,
  { cues, claims }: PreparedTeaching,
  text: string,
  context = '',
): Understood {
  return {
    recogniser: recogniser.hash,
    acts: recogniser.recognise(text, context).filter(mayBeHeld),
    cues: findCues(text, cues),
    claims: findClaims(text, context, claims),
  };
}

/**
 * What is held against a trainee must be sure: a false alarm angers the customer at a good reply, while missed rudeness is rarely
 * the only one. What ends a rehearsal has its own limits, chosen on three sets of `red-lines`, `hard`, `everyday` and
 * `another-hand`: the least at which, of the replies there that a red line is held against, at most two in a hundred do nothing bad.
 */
const SURE = 0.88;
const SURE_OF: ReadonlyMap<Act, number> = new Map<RedLineAct, number>([
  ['offplatform', 0.85],
  ['leak', 0.68],
  ['overpromise', 0.64],
  ['confront', 0.81],
]);

const mayBeHeld = ({ act, confidence }: ActHit): boolean => confidence >= heldFrom(act);

/** The probability from which an act counts, beside the threshold of the model. */
export function heldFrom(act: Act): number {
  return ACTS[act].kind === 'good' ? 0 : (SURE_OF.get(act) ?? SURE);
}
