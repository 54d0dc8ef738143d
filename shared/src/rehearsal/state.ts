import type { StateValue } from 'xstate';
import type { TicketStep } from '../script/action';
import type { Ending } from '../script/kinds';
import type { CustomerContext } from '../script/machine/context';
import type { Entry, MessageEntry } from './entry';
import type { WordsState } from './words';

/** A message that the customer is typing; shown at its time. */
export type Planned = Omit<MessageEntry, 'seq' | 'kind'>;

/**
 * One rehearsal at one moment. Plain JSON: it can be stored, sent and restored at any point and has the same future.
 * All times are ms since the start.
 */
export type RehearsalState = {
  readonly now: number;
  readonly seed: number;
  readonly machine: { readonly value: StateValue; readonly context: CustomerContext };
  /** The machine's own timers by id, each with the event it raises. */
  readonly timers: readonly { readonly id: string; readonly due: number }[];
  readonly outbox: readonly Planned[];
  readonly words: WordsState;
  /** Whether the customer says anything in its present turn, and whether a line of it waits for an answer. */
  readonly spoke: boolean;
  readonly owes: boolean;
  /** The customer's latest shown messages that nobody has answered, for understanding the reply. */
  readonly lastHeard: string;
  /** The agent has written since. */
  readonly answered: boolean;
  /** Seqs of the replies and actions that the customer has not read yet. */
  readonly unread: readonly number[];
  /** Earlier replies in normal form, to notice copies. */
  readonly replies: readonly string[];
  /** What the agent said on each claim: `verdict value`. */
  readonly figures: Readonly<Record<string, string>>;
  /** How far the ticket has come (R74). */
  readonly ticket: TicketStep['step'] | undefined;
  /** How often the trainee was given a hint on each subject. */
  readonly hints: Readonly<Record<string, number>>;
  readonly seq: number;
  /** Set when the machine has come to an ending; the last words may still be on their way until `over`. */
  readonly ending: Ending | undefined;
  readonly over: boolean;
};

/** The next state and the entries that came into being, in the order of their times. */
export type Step = { readonly state: RehearsalState; readonly entries: readonly Entry[] };

/** Whose word it is: the name of the machine's state, without its inner steps. */
export function turnOf({ machine: { value } }: Pick<RehearsalState, 'machine'>): string {
  const talk = typeof value === 'object' ? value.talk : undefined;
  const turn = typeof talk === 'object' ? talk.turn : undefined;
  return typeof turn === 'object' ? (Object.keys(turn)[0] ?? '') : (turn ?? '');
}
