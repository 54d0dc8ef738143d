import { z } from 'zod';
import type { Entry } from './entry';
import type { Exercise } from './exercise';
import { inputsOf } from './replay';
import { type Input, nextWake, start, step } from './step';

/** When the customer had read a reply, ms since the start. `seq` is the reply's number in the log. */
export const ReadSchema = z.object({ seq: z.int().positive(), at: z.number().nonnegative() });
export type Read = z.infer<typeof ReadSchema>;

/**
 * Plays a log again and watches when the customer reads. The log itself tells it only where reading changed something.
 * What was written after the customer's mind was made up is never read.
 */
export function readsOf(exercise: Exercise, seed: number, pace: number, log: readonly Entry[]): Read[] {
  // By id: a later version of the engine may number the same log in another way.
  const numbers = new Map(log.filter((entry) => entry.kind === 'reply').map(({ id, seq }) => [id, seq]));
  const reads: Read[] = [];
  let unread: string[] = [];
  let { state } = start(exercise, seed, pace);
  const take = (input: Input) => {
    const wasReading = state.machine.context.reading && state.ending === undefined;
    const next = step(exercise, state, input);
    state = next.state;
    for (const entry of next.entries) if (entry.kind === 'reply') unread.push(entry.id);
    // An ending is decided on what was read, unless the agent's own closing has brought it.
    const stopped = !state.machine.context.reading || state.ending !== undefined;
    if (input.type !== 'tick' || !wasReading || !stopped) return;
    for (const id of unread) {
      const seq = numbers.get(id);
      if (seq !== undefined) reads.push({ seq, at: state.now });
    }
    unread = [];
  };
  /** Wakes one by one, so that reading is seen to end at its own moment. */
  const pass = (until: number) => {
    for (let at = nextWake(state); at !== undefined && at <= until && !state.over; at = nextWake(state)) {
      take({ type: 'tick', at });
    }
  };
  for (const input of inputsOf(log)) {
    pass(input.at);
    take(input);
  }
  pass(log.at(-1)?.at ?? 0);
  return reads;
}
