import { isOpen } from '../rehearsal/act';
import type { Case } from '../script/case';
import { NO_SIGNS } from '../script/condition';
import { type Letter, startOf, take } from './customer-model';
import { type Mind, situationIn } from './mind';
import { keysFor } from './same';

/** States to go on from before a longer way that is known already is good enough. */
const BOUND = 1_500;

/**
 * The shortest way to a state that shows something, by going on from all states in the order of their distance from the start.
 * @param known a way that shows it, taken where none shorter is found within the bound
 */
export function shortestWay(
  facts: Case,
  letters: readonly Letter[],
  known: readonly Letter[],
  shows: (mind: Mind) => boolean,
): readonly Letter[] {
  const keyOf = keysFor(facts);
  const { next: first } = startOf(facts);
  if (typeof first === 'string') return known;
  if (shows(first)) return [];
  const seen = new Set([keyOf(first)]);
  const queue: { mind: Mind; way: readonly Letter[] }[] = [{ mind: first, way: [] }];
  const all: readonly Letter[] = [...letters, { do: 'silence' }];
  for (let index = 0; index < Math.min(queue.length, BOUND); index++) {
    const here = queue[index];
    if (!here || here.way.length + 1 >= known.length) break;
    const now = situationIn(facts, here.mind, NO_SIGNS);
    for (const letter of all) {
      if (letter.do === 'act' && !isOpen(facts, now, letter.action)) continue;
      const { next } = take(facts, here.mind, letter);
      if (typeof next === 'string') continue;
      const way = [...here.way, letter];
      if (shows(next)) return way;
      const key = keyOf(next);
      if (seen.has(key)) continue;
      seen.add(key);
      queue.push({ mind: next, way });
    }
  }
  return known;
}
