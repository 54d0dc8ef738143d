import { toneOf } from '../../persona/schema';
import type { Entry } from '../../rehearsal/entry';
import type { Exercise } from '../../rehearsal/exercise';
import type { RehearsalState } from '../../rehearsal/state';
import { type Input, nextWake, step } from '../../rehearsal/step';
import type { ModelTurn } from './model-plays';

/** What came of words that were tried at a moment of somebody else's talk. */
export type Trial = {
  /** `soothe`, `need:ID`, `told:ID`. */
  readonly reached: readonly string[];
  /** The mood after it. */
  readonly level: number;
  /** The customer refused it, or a line was crossed. */
  readonly refused: boolean;
};

/** A customer answers well before this, in steps of time alone. */
const MOST_STEPS = 12;

/**
 * Tries what a model transcript did at this very moment: the same customer, the same mood, the same open needs. Exact, since
 * the customer is deterministic.
 */
export function tryAt(exercise: Exercise, before: RehearsalState, { replies, actions }: ModelTurn): Trial {
  let state = before;
  const entries: Entry[] = [];
  const take = (input: Input) => {
    const next = step(exercise, state, input);
    state = next.state;
    entries.push(...next.entries);
  };
  const at = before.now;
  actions
    .filter((action) => !isDone(before, action.do))
    .forEach((action, index) => {
      take({ type: 'action', at, id: `trial-do-${index}`, action });
    });
  for (const { text, understood } of replies) {
    take({ type: 'reply', at, id: `trial-${entries.length}`, text, understood });
  }
  const tried = entries.findLast(({ kind }) => kind === 'reply')?.seq ?? 0;
  const answer = () => entries.find((entry) => entry.kind === 'effect' && entry.replies.includes(tried));
  for (let steps = 0; steps < MOST_STEPS && !answer() && !state.over; steps++) {
    const wake = nextWake(state);
    if (wake === undefined) break;
    take({ type: 'tick', at: wake });
  }
  const effects = entries.filter((entry) => entry.kind === 'effect');
  const notes = effects.flatMap((effect) => effect.notes);
  return {
    reached: [
      ...(isGated(exercise, before) && !isGated(exercise, state) ? ['soothe'] : []),
      ...notes.flatMap(({ kind, id }) => (kind === 'need' || kind === 'told' ? [`${kind}:${id}`] : [])),
    ],
    level: effects.at(-1)?.to ?? before.machine.context.level,
    refused: notes.some(({ kind }) => kind === 'blocked' || kind === 'red-line'),
  };
}

/** An action need not be done twice. */
export const isDone = ({ machine }: RehearsalState, action: string): boolean =>
  machine.context.known[`did:${action}`] === true;

const isGated = ({ facts: { persona } }: Exercise, { machine: { context } }: RehearsalState): boolean =>
  persona.gate !== undefined &&
  !context.soothed &&
  persona.gate.while.includes(toneOf(persona, context.level));
