import { BOILING_POINT } from '../persona/schema';
import { isOpen } from '../rehearsal/act';
import type { ActionName } from '../script/action';
import { type Case, speaks } from '../script/case';
import { NO_SIGNS, type Signs } from '../script/condition';
import { startContext } from '../script/machine/context';
import { type Answer, endingOf, type Mind, placeAfter, situationIn } from './mind';
import { react } from './reaction';

/** What the agent does next: a burst or an action that is seen, one that is not, nothing until a timer is due, closing. */
export type Letter =
  | { readonly do: 'reply'; readonly signs: Signs }
  | {
      readonly do: 'act';
      readonly action: ActionName;
      /** The amount, if any, is one that this agent may give and the customer is owed. */
      readonly right: boolean;
      /** What the customer sees of it, if anything. */
      readonly signs: Signs | undefined;
    }
  | { readonly do: 'silence' }
  | { readonly do: 'close' };

/**
 * The customer machine as plain functions from turn to turn, many times as fast as stepping the statechart, so that its
 * states can be explored. What the customer is, the statechart says: a property test holds the two equal.
 */
export function startOf(facts: Case): Answer {
  const { script } = facts;
  const [beat = ''] = Object.keys(script.beats);
  const { level, soothed, known, used } = startContext(facts, 1);
  const opening = script.beats[beat];
  const said = speaks(facts, opening?.say) ? [{ pool: `beat.${beat}`, owes: opening?.owes ?? true }] : [];
  return {
    said: said.map(({ pool }) => pool),
    fired: [],
    next: {
      ...{ level, soothed, used, beat, patience: 0, known: { ...known, [`beat:${beat}`]: true } },
      at: script.opens === 'customer' ? placeAfter(facts, said, beat) : 'unaware',
    },
  };
}

export function take(facts: Case, mind: Mind, letter: Letter): Answer {
  switch (letter.do) {
    case 'reply':
      return react(facts, mind, letter.signs);
    case 'act': {
      const knowing = letter.right
        ? { ...mind, known: { ...mind.known, [`did:${letter.action}`]: true as const } }
        : mind;
      return letter.signs ? react(facts, knowing, letter.signs) : { said: [], fired: [], next: knowing };
    }
    case 'silence':
      return wait(facts, mind);
    case 'close': {
      const now = situationIn(facts, mind, NO_SIGNS);
      if (!isOpen(facts, now, 'close')) return { said: [], fired: [], next: mind };
      const met = Object.keys(facts.needs).every(
        (id) => mind.known[`need:${id}`] || mind.known[`asleep:${id}`],
      );
      return (
        (met ? endingOf(facts, now, 'close') : undefined) ??
        endingOf(facts, now, 'leave') ?? { said: [], fired: [], next: mind }
      );
    }
  }
}

/** What happens when the agent writes nothing until the customer's timer is due. */
function wait(facts: Case, mind: Mind): Answer {
  const { persona, script } = facts;
  const now = situationIn(facts, mind, NO_SIGNS);
  const nothing: Answer = { said: [], fired: [], next: mind };
  const leaves = (): Answer => endingOf(facts, now, 'leave') ?? nothing;
  switch (mind.at) {
    case 'unaware':
      return leaves();
    case 'holding':
      return { ...nothing, said: ['voice.wait-over'], next: { ...mind, at: 'waiting', patience: 0 } };
    case 'resting':
      return endingOf(facts, now, 'close') ?? nothing;
    case 'waiting': {
      const step = persona.patience[mind.patience];
      if (!step || step.leave) return leaves();
      const said = step.say ? [`voice.${step.say}`] : [];
      const level = Math.min(BOILING_POINT, mind.level + step.mood);
      return level >= BOILING_POINT
        ? { said: [...said, 'voice.boil'], fired: ['boil'], next: script.outcome.boil }
        : { said, fired: [], next: { ...mind, level, patience: mind.patience + 1 } };
    }
  }
}
