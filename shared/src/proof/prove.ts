import type { Case } from '../script/case';
import type { Letter } from './customer-model';
import { Explorer } from './explore';
import { type ItemKind, itemsOf } from './items';
import { type LawFinding, lawsOf } from './laws';
import { lettersOf } from './letters';
import { Outline } from './outline';

/** What is known of an item: a way shows it, nothing can lead to it, or neither was found. */
export type ItemProof = {
  readonly kind: ItemKind;
  readonly what: string;
  readonly sight: string;
  readonly scope: 'persona' | 'script';
  readonly known: 'shown' | 'impossible' | 'open';
  /** The letters that show it; of what is impossible, the way that comes nearest. */
  readonly way: readonly Letter[];
};

export type CaseProof = {
  readonly items: readonly ItemProof[];
  readonly laws: readonly LawFinding[];
  /** States of mind that were found, and letters that were tried in them. */
  readonly states: number;
  readonly steps: number;
  /** Nothing was left out: what was not reached cannot be reached with any of the letters. */
  readonly complete: boolean;
};

/** What an agent did in a transcript, as letters. A model run is gone on from at every step, of the others is kept what they show. */
export type Way = { readonly letters: readonly Letter[]; readonly model: boolean };

/** States to go on from, when nobody asks for more. */
export const USUAL_BOUND = 400;

/**
 * Explores a case. What is reached is proved by the way that leads there; what the outline of the case has no room for is impossible;
 * of the rest nothing is claimed.
 * @param bound states to go on from at most, beside those on the known ways
 * @param ways known ways through the case
 * @param done sights that need not be looked for, since another variant of the case has shown them
 */
export function prove(
  facts: Case,
  bound = USUAL_BOUND,
  ways: readonly Way[] = [],
  done: ReadonlySet<string> = new Set(),
): CaseProof {
  const outline = new Outline(facts);
  const letters = lettersOf(facts);
  const explorer = new Explorer(facts, letters);
  for (const { letters: way, model } of ways) {
    if (model) explorer.follow(way);
    else explorer.trace(way);
  }
  explorer.broaden(Math.ceil(bound / 4));
  const items = itemsOf(facts);
  let left = bound - Math.ceil(bound / 4);
  for (const { sight, distance, within } of items) {
    if (done.has(sight) || explorer.saw(sight) || !within(outline) || left <= 0) continue;
    const before = explorer.expanded;
    explorer.seek(distance(), Math.min(left, Math.ceil(bound / 8)), () => explorer.saw(sight));
    left -= explorer.expanded - before;
  }
  return {
    items: items.map(({ kind, what, scope, sight, distance, within }): ItemProof => {
      const way = explorer.wayToSight(sight);
      const item = { kind, what, sight, scope };
      if (way) return { ...item, known: 'shown', way };
      if (within(outline)) return { ...item, known: 'open', way: [] };
      return { ...item, known: 'impossible', way: explorer.wayTo(explorer.nearest(distance())) };
    }),
    laws: lawsOf(facts, outline, explorer, letters),
    states: explorer.states,
    steps: explorer.steps,
    complete: explorer.complete,
  };
}
