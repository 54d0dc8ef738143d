import type { Case } from '../case';
import { NO_SIGNS, type Signs } from '../condition';
import type { Need } from '../schema';

/** What a customer keeps in mind: no words, no times and no seed, so that the states are finite and can be explored. */
export type CustomerContext = {
  /** 0 (best) to the boiling point. */
  readonly level: number;
  /** The gate of the persona has been passed since the tone last fell under it. */
  readonly soothed: boolean;
  /** Signs of the burst that waits to be read; `reading` tells whether there is one. */
  readonly signs: Signs;
  readonly reading: boolean;
  /** The burst does not count for the task: the mood comes first, or it is a copy. */
  readonly blocked: boolean;
  readonly known: Readonly<Record<string, true>>;
  /** How often each limited reaction has worked. */
  readonly used: Readonly<Record<string, number>>;
  /** What this reaction has come to so far. */
  readonly turn: {
    readonly asked: boolean;
    readonly spoke: boolean;
    readonly progressed: boolean;
    /** Steps of the agenda taken, and how often the agenda was looked at: once more than steps when it has come to rest. */
    readonly hops: number;
    readonly looks: number;
  };
  readonly holding: boolean;
  /** The beat in which the dialogue is. */
  readonly beat: string;
  /** Stretches all waiting times: 1, 1.5, 2, or 0 for a customer who waits for ever. */
  readonly pace: number;
  /** How long reading the latest reply takes, ms. */
  readonly readMs: number;
};

/** Inner steps of one reaction, in this order: feelings and needs, agenda, words; and a doubt that wakes. */
export type InnerStep = 'REACT' | 'PROCEED' | 'SPEAK' | 'DOUBT';

export type CustomerEvent =
  /** A reply, or an action that the customer notices. */
  | { type: 'REPLY'; signs: Signs; readMs: number }
  /** The agent has done something rightly that the customer does not see. */
  | { type: 'DID'; action: string }
  /** The customer's last line is shown. */
  | { type: 'SPOKEN'; owes: boolean }
  /** The agent closes the chat. */
  | { type: 'CLOSE' }
  | { type: InnerStep }
  /** The beginning. */
  | { type: 'xstate.init' }
  /** A timer of the machine is due. */
  | { type: `xstate.after.${string}` };

/** What the words layer is asked to say: a pool, and whether the words wait for an answer. */
export type Say = { pool: string; owes: boolean };

/** The customer is about to react and has done nothing yet. */
export const QUIET_TURN = { asked: false, spoke: false, progressed: false, hops: 0, looks: 0 } as const;

/** Spare doubts sleep until the agent wakes them; needs that follow a hidden fact, until it is told. */
export const startsAsleep = (need: Need): boolean => need.spare || need.after !== undefined;

export function startContext(facts: Case, pace: number): CustomerContext {
  const asleep = Object.entries(facts.needs).filter(([, need]) => startsAsleep(need));
  return {
    level: facts.startLevel,
    soothed: false,
    signs: NO_SIGNS,
    reading: false,
    blocked: false,
    known: {
      [`variant:${facts.variant}`]: true,
      ...Object.fromEntries(asleep.map(([id]) => [`asleep:${id}`, true as const])),
    },
    used: {},
    turn: QUIET_TURN,
    holding: false,
    beat: '',
    pace,
    readMs: 0,
  };
}
