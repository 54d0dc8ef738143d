import type { Case } from './case';
import { ENDINGS } from './kinds';
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
export function compileCustomer(facts: Case) {
  const machine = customerSetup(facts);
  const spares: string[] = [];
  const needs = Object.entries(facts.needs).map(([id, need]) => {
    const region = needRegion(machine, facts, id, need, [...spares]);
    if (need.spare) spares.push(id);
    return [id, region];
  });
  return machine.createMachine({
    id: 'customer',
    context: ({ input }) => startContext(facts, input?.pace ?? 1),
    initial: 'talk',
    states: {
      talk: {
        type: 'parallel',
        on: { DID: { actions: 'did' } },
        states: {
          dialogue: dialogueRegion(machine, facts),
          mood: moodRegion(machine, facts),
          needs: { type: 'parallel', states: Object.fromEntries(needs) },
          hidden: {
            type: 'parallel',
            states: Object.fromEntries(
              Object.keys(facts.script.hidden).map((id) => [id, hiddenRegion(machine, facts, id)]),
            ),
          },
          turn: turnRegion(machine, facts),
        },
      },
      ...Object.fromEntries(
        ENDINGS.map((ending) => [ending, { id: `ending-${ending}`, type: 'final' as const }]),
      ),
    },
  });
}

export type CustomerMachine = ReturnType<typeof compileCustomer>;
