import { z } from 'zod';
import { type Action, ActionNameSchema, ActionSchema } from '../script/action';
import type { Hear } from '../understanding/hear';
import type { Entry } from './entry';
import type { Exercise } from './exercise';
import { type RehearsalState, turnOf } from './state';
import { type Input, nextWake, start, step } from './step';

const seconds = z.number().nonnegative().max(86_400);
/**
 * One line of a timed trainee. `at`: seconds since the start; `after`: seconds after the customer has said its say
 * and waits. What is done is a reply or an action.
 */
export type Move = ({ at: number } | { after: number }) & ({ text: string } | { action: Action });

export const MoveSchema = z
  .strictObject({
    at: seconds.optional().describe('开始后的秒数 / seconds since the start'),
    after: seconds.optional().meta({
      description:
        '客户说完后的秒数；at 和 after 写一个 / seconds after the customer has had its say; write at or after',
      examples: [5],
    }),
    text: z
      .string()
      .min(1)
      .max(10_000)
      .optional()
      .describe('客服的回复；text 和 do 写一个 / the reply; write text or do'),
    do: ActionNameSchema.optional().describe('客服的操作 / the action'),
    with: z
      .record(z.string(), z.unknown())
      .optional()
      .meta({
        description: '操作的内容，例如 amount 金额（元） / the form of the action, such as amount in CNY',
        examples: [{ amount: 12 }],
      }),
  })
  .transform(({ at, after, text, do: name, with: form }, context): Move => {
    const refuse = (message: string) => {
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    };
    if ((at === undefined) === (after === undefined))
      return refuse('写 at 或 after 之一（秒） / write at or after, in seconds');
    const when = at === undefined ? { after: after ?? 0 } : { at };
    if ((text === undefined) === (name === undefined)) return refuse('写 text 或 do 之一 / write text or do');
    if (text !== undefined) return { ...when, text };
    const action = ActionSchema.safeParse({ do: name, ...(form && { with: form }) });
    if (action.success) return { ...when, action: action.data };
    return refuse(action.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
  });

/** A rehearsal that was played to its end. `until` is the time at which it was over, ms. */
export type Played = {
  readonly log: readonly Entry[];
  readonly until: number;
  readonly state: RehearsalState;
};

/** After this time, in ms, a rehearsal is broken off: no customer waits for a day. */
const LONGEST_MS = 24 * 3_600_000;

/**
 * Plays timed moves, then lets time go on until the customer ends or has left. Moves after the end are dropped.
 * @param pace as in {@link start}; with 0 the customer waits for ever, so playing stops when nothing more can happen
 */
export function play(
  exercise: Exercise,
  hear: Hear,
  seed: number,
  pace: number,
  moves: readonly Move[],
): Played {
  const player = new Player(exercise, hear, seed, pace);
  for (const move of moves) {
    if ('after' in move) player.listen();
    player.make(move, 'after' in move ? player.now + move.after * 1000 : move.at * 1000);
  }
  return player.finish();
}

/** A rehearsal that is played move by move, at times of one's own choice. */
export class Player {
  private readonly exercise: Exercise;
  private readonly hear: Hear;
  private readonly entries: Entry[];
  private state: RehearsalState;
  private moves = 0;

  constructor(exercise: Exercise, hear: Hear, seed: number, pace: number) {
    this.exercise = exercise;
    this.hear = hear;
    const { state, entries } = start(exercise, seed, pace);
    this.state = state;
    this.entries = [...entries];
  }

  /** Ms since its start. */
  get now(): number {
    return this.state.now;
  }

  /** What has happened so far. */
  get log(): readonly Entry[] {
    return this.entries;
  }

  /** What the agent has before them: see {@link RehearsalState}. */
  get lastHeard(): string {
    return this.state.lastHeard;
  }

  /** The customer has gone. */
  get over(): boolean {
    return this.state.over;
  }

  /** The customer has come to an ending: nothing can be done any more. */
  get ended(): boolean {
    return this.state.over || this.state.ending !== undefined;
  }

  /** Lets time go on until the customer has said its say. */
  listen(): void {
    this.pass(listens);
  }

  /** Lets the next thing happen that time alone brings. */
  wait(): void {
    this.take({ type: 'tick', at: nextWake(this.state) ?? this.state.now });
  }

  /** @param at ms since the start; moves after the end are dropped */
  make(move: Move, at: number): void {
    this.moves++;
    this.take({ type: 'tick', at });
    if (this.ended) return;
    const id = `move-${this.moves}`;
    if ('action' in move) this.take({ type: 'action', at, id, action: move.action });
    else {
      const understood = this.hear(move.text, this.state.lastHeard);
      this.take({ type: 'reply', at, id, text: move.text, understood });
    }
  }

  /** Lets time go on until the customer ends or has left. */
  finish(): Played {
    this.pass(() => false);
    return { log: this.entries, until: this.state.now, state: this.state };
  }

  private take(input: Input): void {
    const next = step(this.exercise, this.state, input);
    this.state = next.state;
    this.entries.push(...next.entries);
  }

  private pass(until: (state: RehearsalState) => boolean): void {
    for (;;) {
      const wake = nextWake(this.state);
      if (this.state.over || wake === undefined || wake > LONGEST_MS || until(this.state)) return;
      this.take({ type: 'tick', at: wake });
    }
  }
}

/** The customer has said its say and waits, or does not know yet that it is being written to. */
const listens = (state: RehearsalState): boolean =>
  state.outbox.length === 0 && !['speaking', 'reading', 'deciding'].includes(turnOf(state));
