import { enqueueActions, setup } from 'xstate';
import type { Note } from '../../rehearsal/entry';
import type { Behaviour, Effect } from './behaviour';
import type { ActionName, ParamsOfAction } from './chart';
import type { CustomerContext, CustomerEvent, Say } from './context';

/** The customer's guards, actions and delays in XState's terms. */
export function customerSetup({ guards, actions, delays }: Behaviour) {
  const act = <Name extends ActionName>(name: Name) =>
    enqueueActions<
      CustomerContext,
      CustomerEvent,
      ParamsOfAction<Name>,
      CustomerEvent,
      never,
      Effect,
      never,
      string,
      never
    >(({ context, event, enqueue }, params) => {
      const { change, effects = [], raises = [] } = actions[name]({ context, event }, params);
      for (const effect of effects) enqueue(effect);
      for (const type of raises) enqueue.raise({ type });
      if (change) enqueue.assign(change);
    });
  return setup({
    types: {} as { context: CustomerContext; events: CustomerEvent; input: { pace: number } },
    guards,
    delays: Object.fromEntries(
      Object.entries(delays).map(([name, delay]) => [
        name,
        ({ context }: { context: CustomerContext }) => delay(context),
      ]),
    ),
    actions: {
      say: (_, _say: Say) => {},
      note: (_, _note: Note) => {},
      learn: act('learn'),
      worsen: act('worsen'),
      enter: act('enter'),
      wake: act('wake'),
      hear: act('hear'),
      did: act('did'),
      feel: act('feel'),
      progress: act('progress'),
      look: act('look'),
      defer: act('defer'),
      ask: act('ask'),
      tire: act('tire'),
      hop: act('hop'),
      hold: act('hold'),
      settle: act('settle'),
      respond: act('respond'),
    },
  });
}
