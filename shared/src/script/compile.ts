import type { Case } from './case';
import { ENDINGS } from './kinds';
import { behaviourOf } from './machine/behaviour';
import { bare, type ChartState } from './machine/chart';
import { startContext } from './machine/context';
import { customerSetup } from './machine/customer';
import { dialogueRegion, hiddenRegion, moodRegion, needRegion } from './machine/regions';
import { turnRegion } from './machine/turn';

/**
 * The statechart of one customer: the case's script with its persona. Parallel regions hold the agenda, the mood,
 * every need, every hidden fact and whose turn it is; the endings are its final states.
 *
 * Regions are listed in the order in which they act on one event; the dialogue is first because its red lines
 * leave everything else behind.
 */
export function chartOf(facts: Case): ChartState {
  const spares: string[] = [];
  const needs = Object.entries(facts.needs).map(([id, need]) => {
    const region = needRegion(facts, id, need, [...spares]);
    if (need.spare) spares.push(id);
    return [id, region];
  });
  return {
    id: 'customer',
    initial: 'talk',
    states: {
      talk: {
        type: 'parallel',
        on: { DID: [{ actions: [bare('did')] }] },
        states: {
          dialogue: dialogueRegion(facts),
          mood: moodRegion(facts),
          needs: { type: 'parallel', states: Object.fromEntries(needs) },
          hidden: {
            type: 'parallel',
            states: Object.fromEntries(
              Object.keys(facts.script.hidden).map((id) => [id, hiddenRegion(facts, id)]),
            ),
          },
          turn: turnRegion(facts),
        },
      },
      ...Object.fromEntries(
        ENDINGS.map((ending) => [ending, { id: `ending-${ending}`, type: 'final' as const }]),
      ),
    },
  };
}

/** The same as a machine of XState: for its tools, and as the judge of how the statechart is stepped here. */
export const compileCustomer = (facts: Case) =>
  customerSetup(behaviourOf(facts)).createMachine({
    ...chartOf(facts),
    context: ({ input }) => startContext(facts, input?.pace ?? 1),
  });

export type CustomerMachine = ReturnType<typeof compileCustomer>;
