import type { Persona } from '../persona/schema';
import { type Case, makeCase, variantFor } from '../script/case';
import { type CustomerMachine, compileCustomer } from '../script/compile';
import type { Script } from '../script/schema';
import type { Shop } from '../shop/schema';

/** A case with its compiled machine: all that {@link step} needs beside the state. Immutable, shared by many rehearsals. */
export type Exercise = { readonly facts: Case; readonly machine: CustomerMachine };

export function makeExercise(script: Script, shop: Shop, persona: Persona, variant: string): Exercise {
  const facts = makeCase(script, shop, persona, variant);
  return { facts, machine: compileCustomer(facts) };
}

/** The exercise that a seed chooses. */
export const exerciseFor = (script: Script, shop: Shop, persona: Persona, seed: number): Exercise =>
  makeExercise(script, shop, persona, variantFor(script, seed));
