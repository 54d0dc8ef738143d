import { seededOrder } from '@kefu/shared/rehearsal/random';
import type { Suspect } from './catch';
import type { Mutant } from './mutants';

/** Changes with which sample is drawn; any will do. */
const SEED = 20_261_122;

/** Some mutants of a script, always the same ones. */
export const sampleOf = ({ id, mutants }: Suspect, count: number): Mutant[] =>
  seededOrder(SEED, id, mutants.length)
    .slice(0, count)
    .flatMap((index) => mutants[index] ?? []);
