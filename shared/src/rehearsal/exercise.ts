import type { Overlay } from '../persona/overlay';
import type { Persona } from '../persona/schema';
import { type Case, makeCase, variantFor } from '../script/case';
import { type CustomerMachine, compileCustomer } from '../script/compile';
import type { Script } from '../script/schema';
import type { Shop } from '../shop/schema';

/** A case with its compiled machine: all that {@link step} needs beside the state. Immutable, shared by many rehearsals. */
export type Exercise = { readonly facts: Case; readonly machine: CustomerMachine };

export function makeExercise(
  script: Script,
  shop: Shop,
  persona: Persona,
  variant: string,
  overlays: readonly Overlay[] = [],
): Exercise {
  const facts = makeCase(script, shop, persona, variant, overlays);
  return { facts, machine: compileCustomer(facts) };
}

/** The exercise that a seed chooses. */
export const exerciseFor = (
  script: Script,
  shop: Shop,
  persona: Persona,
  seed: number,
  overlays: readonly Overlay[] = [],
): Exercise => makeExercise(script, shop, persona, variantFor(script, seed), overlays);
