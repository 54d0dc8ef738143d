import type { Note } from '../../rehearsal/entry';
import type { Condition } from '../condition';
import type { Say } from './context';

/** The customer's actions, by name, with what they need to know. */
type ActionParams = {
  say: Say;
  note: Note;
  learn: { key: string };
  worsen: { by: number };
  enter: { beat: string };
  wake: { need: string };
  hear: undefined;
  did: undefined;
  feel: undefined;
  progress: undefined;
  look: undefined;
  defer: undefined;
  ask: undefined;
  tire: undefined;
  hop: undefined;
  hold: undefined;
  settle: undefined;
  respond: undefined;
};

/** A need that the customer may ask for, whether it has been asked for before, and the only beats where this is meant. */
export type Asking = {
  need: string;
  since: string | undefined;
  asked: boolean;
  beats?: string[];
};

/** The customer's guards, by name, with what they need to know. */
type GuardParams = {
  holds: { condition: Condition };
  counts: { condition: Condition };
  advances: { condition: Condition };
  tone: { not: string };
  isTone: { tone: string };
  inBeat: { beats: string[] };
  agenda: Asking;
  nextToWake: { before: string[] };
  boils: undefined;
  reading: undefined;
  holding: undefined;
  owes: undefined;
  underway: undefined;
  asked: undefined;
  moved: undefined;
  asksToWait: undefined;
};

/** Something of a map of parameters by name. */
type Named<Params, Name extends keyof Params> = { [N in Name]: { type: N; params: Params[N] } }[Name];

/** An action or guard that needs to know nothing. */
export const bare = <Name extends string>(type: Name): { type: Name; params: undefined } => ({
  type,
  params: undefined,
});

export type ActionName = keyof ActionParams;
export type GuardName = keyof GuardParams;
export type CustomerAction<Name extends ActionName = ActionName> = Named<ActionParams, Name>;
export type CustomerGuard<Name extends GuardName = GuardName> = Named<GuardParams, Name>;
export type ParamsOfAction<Name extends ActionName> = ActionParams[Name];
export type ParamsOfGuard<Name extends GuardName> = GuardParams[Name];

/** Without a target it only acts. `target` is a state beside the one that the transition is of, or `#` and an id. */
export type CustomerTransition = {
  guard?: CustomerGuard;
  target?: string;
  /** Leaves and enters the state anew even where it stays in it. */
  reenter?: boolean;
  actions?: readonly CustomerAction[];
};

/** A state of the customer's statechart as data: the part of XState's language that customers are written in. */
export type ChartState = {
  id?: string;
  type?: 'parallel' | 'final';
  initial?: string;
  entry?: readonly CustomerAction[];
  on?: { readonly [event: string]: readonly CustomerTransition[] };
  /** Taken as soon as they can be. */
  always?: readonly CustomerTransition[];
  /** Taken after a delay, which is known by its name. */
  after?: { readonly [delay: string]: readonly CustomerTransition[] };
  states?: { readonly [key: string]: ChartState };
};
