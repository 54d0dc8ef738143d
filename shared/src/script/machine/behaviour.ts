import { BOILING_POINT, toneOf } from '../../persona/schema';
import type { Note } from '../../rehearsal/entry';
import type { Case } from '../case';
import { holds, NO_SIGNS, type Situation } from '../condition';
import type { ActionName, GuardName, ParamsOfAction, ParamsOfGuard } from './chart';
import { type CustomerContext, type CustomerEvent, type InnerStep, QUIET_TURN, type Say } from './context';
import { feel, isGated } from './feelings';
import { addSigns, signAtoms } from './signs';

/** How long a customer waits quietly after being asked to wait, ms. */
const HOLD_MS = 60_000;

/** How long a customer who expects nothing more stays, where the beat does not say, seconds. */
const REST_S = 60;

/** A hold request is believed so often. */
const HOLDS = 2;

/** What an action looks at. */
export type Moment = { readonly context: CustomerContext; readonly event: CustomerEvent };

/** What the words layer and the report are told. */
export type Effect = { type: 'say'; params: Say } | { type: 'note'; params: Note };

/** What comes of an action: another mind, something to say or to note, inner events. */
export type Outcome = {
  readonly change?: Partial<CustomerContext>;
  readonly effects?: readonly Effect[];
  readonly raises?: readonly InnerStep[];
};

type Guards = { readonly [Name in GuardName]: (moment: Moment, params: ParamsOfGuard<Name>) => boolean };
type Actions = { readonly [Name in ActionName]: (moment: Moment, params: ParamsOfAction<Name>) => Outcome };

/** What the names in a customer's statechart mean. */
export type Behaviour = {
  readonly guards: Guards;
  readonly actions: Actions;
  /** Waiting times by name, ms; infinite when it runs without a timer. */
  readonly delays: { readonly [name: string]: (context: CustomerContext) => number };
};

/** A waiting time in ms at the pace of the rehearsal. */
const wait = (ms: number, { pace }: CustomerContext) => (pace === 0 ? Number.POSITIVE_INFINITY : ms * pace);

const moved = (level: number, by: number) => Math.max(0, Math.min(BOILING_POINT, level + by));

/** The customer's guards, actions and delays for one case. */
export function behaviourOf(facts: Case): Behaviour {
  const situation = situations(facts);
  return {
    guards: guardsOf(facts, situation),
    actions: actionsOf(facts, situation),
    delays: delaysOf(facts),
  };
}

/** What conditions look at. Many of them look at one moment, so the latest is kept. */
function situations({ persona, needs }: Case): (context: CustomerContext) => Situation {
  const ids = Object.keys(needs);
  let latest: { of: CustomerContext; is: Situation } | undefined;
  return (context) => {
    if (latest?.of === context) return latest.is;
    const { signs, known, level } = context;
    const is = { signs, known, tone: toneOf(persona, level), needs: ids };
    latest = { of: context, is };
    return is;
  };
}

type InSituation = ReturnType<typeof situations>;

function guardsOf({ persona, script }: Case, situation: InSituation): Guards {
  const beats = Object.keys(script.beats).length;
  return {
    holds: ({ context }, { condition }) => holds(condition, situation(context)),
    counts: ({ context }, { condition }) => !context.blocked && holds(condition, situation(context)),
    /** As `counts`, but no more steps of the agenda at once than there are beats, so that no circle runs for ever. */
    advances: ({ context }, { condition }) =>
      !context.blocked && context.turn.hops < beats && holds(condition, situation(context)),
    tone: ({ context }, { not }) => context.level < BOILING_POINT && toneOf(persona, context.level) !== not,
    isTone: ({ context }, { tone }) => toneOf(persona, context.level) === tone,
    inBeat: ({ context }, params) => params.beats.includes(context.beat),
    /** The customer asks for this need by itself now, for the first time or again. */
    agenda: ({ context: { beat, known } }, { need, since, asked, beats: only }) =>
      (only === undefined || only.includes(beat)) &&
      !known[`need:${need}`] &&
      !known[`asleep:${need}`] &&
      (since === undefined || known[`beat:${since}`] === true) &&
      (known[`asked:${need}`] === true) === asked,
    nextToWake: ({ context }, { before }) => before.every((id) => !context.known[`asleep:${id}`]),
    boils: ({ context }) => context.level >= BOILING_POINT,
    reading: ({ context }) => context.reading,
    holding: ({ context }) => context.holding,
    owes: ({ event }) => event.type === 'SPOKEN' && event.owes,
    /** The agenda moves on in this very reaction: words have to wait for it. */
    underway: ({ context: { turn } }) => turn.looks <= turn.hops,
    asked: ({ context }) => context.turn.asked,
    moved: ({ context: { turn } }) => turn.spoke || turn.progressed,
    /** Asks to wait and brings nothing else; believed twice. */
    asksToWait: ({ context: { signs, turn, used } }) =>
      signs.acts.includes('hold') && !turn.progressed && (used.hold ?? 0) < HOLDS,
  };
}

function actionsOf(facts: Case, situation: InSituation): Actions {
  const { askingAgain } = facts.persona;
  return {
    say: (_, params) => ({ effects: [{ type: 'say', params }] }),
    note: (_, params) => ({ effects: [{ type: 'note', params }] }),
    hear: ({ context, event }) => {
      if (event.type !== 'REPLY') return {};
      const signs = context.reading ? addSigns(context.signs, event.signs) : event.signs;
      const blocked = signs.repeated || isGated(facts, context, situation({ ...context, signs }));
      return { change: { signs, reading: true, holding: false, readMs: event.readMs, blocked } };
    },
    learn: ({ context: { known } }, { key }) => ({ change: { known: { ...known, [key]: true } } }),
    did: ({ context: { known }, event }) =>
      event.type === 'DID' ? { change: { known: { ...known, [`did:${event.action}`]: true } } } : {},
    enter: ({ context: { known } }, { beat }) => ({
      change: { beat, known: { ...known, [`beat:${beat}`]: true } },
    }),
    wake: ({ context }, { need }) => {
      const { [`asleep:${need}`]: _, ...known } = context.known;
      return { change: { known } };
    },
    worsen: ({ context: { level } }, { by }) => ({ change: { level: moved(level, by) } }),
    /** Asking once more tires the customer, unless the burst has brought something else. */
    tire: ({ context: { level, turn } }) =>
      turn.progressed ? {} : { change: { level: moved(level, askingAgain) } },
    progress: ({ context: { turn } }) => ({ change: { turn: { ...turn, progressed: true } } }),
    look: ({ context: { turn } }) => ({ change: { turn: { ...turn, looks: turn.looks + 1 } } }),
    ask: ({ context: { turn } }) => ({ change: { turn: { ...turn, asked: true } } }),
    hold: ({ context: { used } }) => ({
      change: { holding: true, used: { ...used, hold: (used.hold ?? 0) + 1 } },
    }),
    /** The customer has read and answered: the next burst starts afresh. */
    settle: ({ context }) => {
      const known: Record<string, true> = { ...context.known };
      for (const atom of signAtoms(context.signs)) known[atom] = true;
      return { change: { known, signs: NO_SIGNS, reading: false, blocked: false, turn: QUIET_TURN } };
    },
    /** Goes on with the agenda: moving on may fulfil the next step at once. */
    hop: ({ context: { turn } }) => ({
      change: { turn: { ...turn, hops: turn.hops + 1, progressed: true } },
      raises: ['PROCEED'],
    }),
    /** Puts the words behind what is still to happen. */
    defer: () => ({ raises: ['SPEAK'] }),
    /** The burst is read: feelings and needs, agenda, words, in this order. */
    respond: () => ({ raises: ['REACT', 'PROCEED', 'SPEAK'] }),
    feel: ({ context }) => {
      const { notes, says, doubts, ...change } = feel(facts, context, situation(context));
      const effects: Effect[] = notes.map((params) => ({ type: 'note', params }));
      if (says !== undefined) effects.push({ type: 'say', params: { pool: says, owes: true } });
      return { change, effects, raises: Array.from({ length: doubts }, () => 'DOUBT' as const) };
    },
  };
}

function delaysOf({ persona: { patience }, script }: Case): Behaviour['delays'] {
  const steps = patience.map(({ after }, index) => {
    const before = patience[index - 1]?.after ?? 0;
    return [
      `patience-${index}`,
      (context: CustomerContext) => wait((after - before) * 1000, context),
    ] as const;
  });
  return {
    ...Object.fromEntries(steps),
    reading: ({ readMs }) => readMs,
    hold: (context) => wait(HOLD_MS, context),
    rest: ({ beat }) => (script.beats[beat]?.closesAfter ?? REST_S) * 1000,
    leave: (context) => wait((patience.at(-1)?.after ?? 0) * 1000, context),
  };
}
