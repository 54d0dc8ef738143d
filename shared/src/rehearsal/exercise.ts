import type { Overlay } from '../persona/overlay';
import type { Persona } from '../persona/schema';
import { type Case, makeCase, variantFor } from '../script/case';
import { chartOf } from '../script/compile';
import { behaviourOf } from '../script/machine/behaviour';
import type { Script } from '../script/schema';
import { Stepper } from '../script/statechart/stepper';
import type { Shop } from '../shop/schema';

/** A case with its customer: all that {@link step} needs beside the state. Immutable, shared by many rehearsals. */
export type Exercise = { readonly facts: Case; readonly customer: Stepper };

export function makeExercise(
  script: Script,
  shop: Shop,
  persona: Persona,
  variant: string,
  overlays: readonly Overlay[] = [],
): Exercise {
  const facts = makeCase(script, shop, persona, variant, overlays);
  return { facts, customer: new Stepper(chartOf(facts), behaviourOf(facts)) };
}

/** The exercise that a seed chooses. */
export const exerciseFor = (
  script: Script,
  shop: Shop,
  persona: Persona,
  seed: number,
  overlays: readonly Overlay[] = [],
): Exercise => makeExercise(script, shop, persona, variantFor(script, seed), overlays);
