import { createActor, type SnapshotFrom } from 'xstate';
import type { CustomerMachine } from '../script/compile';
import type { CustomerEvent } from '../script/machine/context';

export type Snapshot = SnapshotFrom<CustomerMachine>;

/** What the machine asks to be done, still to be checked. */
export type Effects = readonly { type: string; params?: unknown }[];

/**
 * The machine's pure transition, as XState's own `transition` function, which makes a new actor for every single event and lets it
 * compute its first state: that takes longer than the transition itself. Here one actor, which never starts, lends its name to
 * all of them.
 */
export function transition(
  machine: CustomerMachine,
  snapshot: Snapshot,
  event: CustomerEvent,
): [Snapshot, Effects] {
  const self = inertActorOf(machine);
  const effects: { type: string; params?: unknown }[] = [];
  const next = machine.transition(snapshot, event, {
    self,
    id: self.id,
    sessionId: self.sessionId,
    system: self.system,
    logger: () => {},
    defer: () => {},
    stopChild: () => {},
    emit: () => {},
    actionExecutor: (action) => {
      effects.push(action);
    },
  });
  return [next, effects];
}

const inertActors = new WeakMap<CustomerMachine, ReturnType<typeof createActor<CustomerMachine>>>();

function inertActorOf(machine: CustomerMachine) {
  const known = inertActors.get(machine);
  if (known) return known;
  const actor = createActor(machine, { input: { pace: 1 } });
  inertActors.set(machine, actor);
  return actor;
}
