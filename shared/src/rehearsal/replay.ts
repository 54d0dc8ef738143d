import { type Entry, isInput } from './entry';
import type { Exercise } from './exercise';
import type { Step } from './state';
import { type Input, start, step } from './step';

/**
 * Plays a log again from its inputs: the same exercise and seed give the same state and the same entries.
 * What the log says of the customer is not used, so the result can be compared with it.
 * @param until time up to which the rehearsal ran, ms since the start
 */
export function replay(
  exercise: Exercise,
  seed: number,
  pace: number,
  log: readonly Entry[],
  until: number,
): Step {
  const first = start(exercise, seed, pace);
  const entries = [...first.entries];
  let { state } = first;
  for (const input of [...inputsOf(log), { type: 'tick', at: until } as const]) {
    const next = step(exercise, state, input);
    state = next.state;
    entries.push(...next.entries);
  }
  return { state, entries };
}

/** What came from outside, in its order: the rest of a log follows from it. */
export const inputsOf = (log: readonly Entry[]): Input[] => log.filter(isInput).map(inputOf);

function inputOf(entry: Extract<Entry, { kind: 'reply' | 'action' }>): Input {
  const { at, id } = entry;
  return entry.kind === 'reply'
    ? { type: 'reply', at, id, text: entry.text, understood: entry.understood }
    : { type: 'action', at, id, action: entry.action };
}
