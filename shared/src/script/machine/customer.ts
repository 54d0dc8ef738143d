import { assign, setup } from 'xstate';
import { BOILING_POINT, toneOf } from '../../persona/schema';
import type { Note } from '../../rehearsal/entry';
import type { Case } from '../case';
import { type Condition, holds, NO_SIGNS, type Situation } from '../condition';
import { type CustomerContext, type CustomerEvent, QUIET_TURN, type Say } from './context';
import { feel, isGated } from './feelings';
import { addSigns, signAtoms } from './signs';

/** How long a customer waits quietly after being asked to wait, ms. */
const HOLD_MS = 60_000;

/** How long a customer who expects nothing more stays, where the beat does not say, seconds. */
const REST_S = 60;

/** A waiting time in ms at the pace of the rehearsal; infinite when it runs without a timer. */
const wait = (ms: number, { pace }: CustomerContext) => (pace === 0 ? Number.POSITIVE_INFINITY : ms * pace);

/** The customer's guards, actions and delays for one case; the regions are built from them. */
export function customerSetup(facts: Case) {
  const { persona, script } = facts;
  const needs = Object.keys(facts.needs);
  const situation = ({ signs, known, level }: CustomerContext): Situation => ({
    signs,
    known,
    tone: toneOf(persona, level),
    needs,
  });
  const moved = (level: number, by: number) => Math.max(0, Math.min(BOILING_POINT, level + by));
  const delays: Record<string, (args: { context: CustomerContext }) => number> = {
    reading: ({ context }) => context.readMs,
    hold: ({ context }) => wait(HOLD_MS, context),
    rest: ({ context }) => (script.beats[context.beat]?.closesAfter ?? REST_S) * 1000,
    leave: ({ context }) => wait((persona.patience.at(-1)?.after ?? 0) * 1000, context),
  };
  persona.patience.forEach(({ after }, index) => {
    const before = persona.patience[index - 1]?.after ?? 0;
    delays[`patience-${index}`] = ({ context }) => wait((after - before) * 1000, context);
  });
  const base = setup({
    types: {} as { context: CustomerContext; events: CustomerEvent; input: { pace: number } },
    guards: {
      holds: ({ context }, { condition }: { condition: Condition }) => holds(condition, situation(context)),
      counts: ({ context }, { condition }: { condition: Condition }) =>
        !context.blocked && holds(condition, situation(context)),
      tone: ({ context }, { not }: { not: string }) =>
        context.level < BOILING_POINT && toneOf(persona, context.level) !== not,
      isTone: ({ context }, { tone }: { tone: string }) => toneOf(persona, context.level) === tone,
      inBeat: ({ context }, { beats }: { beats: string[] }) => beats.includes(context.beat),
      /** The customer asks for this need by itself now, for the first time or again. */
      agenda: ({ context }, { need, since, asked, beats }: Asking) =>
        (beats === undefined || beats.includes(context.beat)) &&
        !context.known[`need:${need}`] &&
        !context.known[`asleep:${need}`] &&
        (since === undefined || context.known[`beat:${since}`] === true) &&
        (context.known[`asked:${need}`] === true) === asked,
      boils: ({ context }) => context.level >= BOILING_POINT,
      reading: ({ context }) => context.reading,
      holding: ({ context }) => context.holding,
      owes: ({ event }) => event.type === 'SPOKEN' && event.owes,
      /** The agenda moves on in this very reaction: words have to wait for it. */
      underway: ({ context }) => context.turn.looks <= context.turn.hops,
      asked: ({ context }) => context.turn.asked,
      moved: ({ context }) => context.turn.spoke || context.turn.progressed,
      /** As `counts`, but no more steps of the agenda at once than there are beats, so that no circle runs for ever. */
      advances: ({ context }, { condition }: { condition: Condition }) =>
        !context.blocked &&
        context.turn.hops < Object.keys(script.beats).length &&
        holds(condition, situation(context)),
      nextToWake: ({ context }, { before }: { before: string[] }) =>
        before.every((id) => !context.known[`asleep:${id}`]),
      /** Asks to wait and brings nothing else; believed twice. */
      asksToWait: ({ context }) =>
        context.signs.acts.includes('hold') && !context.turn.progressed && (context.used.hold ?? 0) < 2,
    },
    actions: {
      say: (_, _say: Say) => {},
      note: (_, _note: Note) => {},
      hear: assign(({ context, event }) => {
        if (event.type !== 'REPLY') return {};
        const signs = context.reading ? addSigns(context.signs, event.signs) : event.signs;
        return {
          signs,
          reading: true,
          holding: false,
          readMs: event.readMs,
          blocked: signs.repeated || isGated(facts, context, situation({ ...context, signs })),
        };
      }),
      learn: assign(({ context }, { key }: { key: string }) => ({
        known: { ...context.known, [key]: true as const },
      })),
      did: assign(({ context, event }) =>
        event.type === 'DID' ? { known: { ...context.known, [`did:${event.action}`]: true as const } } : {},
      ),
      enter: assign(({ context }, { beat }: { beat: string }) => ({
        beat,
        known: { ...context.known, [`beat:${beat}`]: true as const },
      })),
      wake: assign(({ context }, { need }: { need: string }) => {
        const { [`asleep:${need}`]: _, ...known } = context.known;
        return { known };
      }),
      worsen: assign(({ context }, { by }: { by: number }) => ({ level: moved(context.level, by) })),
      /** Asking once more tires the customer, unless the burst has brought something else. */
      tire: assign(({ context }) => ({
        level: context.turn.progressed ? context.level : moved(context.level, persona.askingAgain),
      })),
      progress: assign(({ context }) => ({ turn: { ...context.turn, progressed: true } })),
      look: assign(({ context }) => ({ turn: { ...context.turn, looks: context.turn.looks + 1 } })),
      ask: assign(({ context }) => ({ turn: { ...context.turn, asked: true } })),
      hold: assign(({ context }) => ({
        holding: true,
        used: { ...context.used, hold: (context.used.hold ?? 0) + 1 },
      })),
      /** The customer has read and answered: the next burst starts afresh. */
      settle: assign(({ context }) => ({
        known: {
          ...context.known,
          ...Object.fromEntries(signAtoms(context.signs).map((atom) => [atom, true as const])),
        },
        signs: NO_SIGNS,
        reading: false,
        blocked: false,
        turn: QUIET_TURN,
      })),
    },
    delays,
  });

  return base.extend({
    actions: {
      /** Goes on with the agenda: moving on may fulfil the next step at once. */
      hop: base.enqueueActions(({ context, enqueue }) => {
        enqueue.assign({ turn: { ...context.turn, hops: context.turn.hops + 1, progressed: true } });
        enqueue.raise({ type: 'PROCEED' });
      }),
      /** Puts the words behind what is still to happen. */
      defer: base.enqueueActions(({ enqueue }) => enqueue.raise({ type: 'SPEAK' })),
      /** The burst is read: feelings and needs, agenda, words, in this order. */
      respond: base.enqueueActions(({ enqueue }) => {
        enqueue.raise({ type: 'REACT' });
        enqueue.raise({ type: 'PROCEED' });
        enqueue.raise({ type: 'SPEAK' });
      }),
      feel: base.enqueueActions(({ context, enqueue }) => {
        const { notes, says, doubts, ...change } = feel(facts, context, situation(context));
        for (const note of notes) enqueue({ type: 'note', params: note });
        for (let wakes = 0; wakes < doubts; wakes++) enqueue.raise({ type: 'DOUBT' });
        if (says !== undefined) enqueue({ type: 'say', params: { pool: says, owes: true } });
        enqueue.assign(change);
      }),
    },
  });
}

export type CustomerSetup = ReturnType<typeof customerSetup>;

/** A need that the customer may ask for, whether it has been asked for before, and the only beats where this is meant. */
export type Asking = {
  need: string;
  since: string | undefined;
  asked: boolean;
  beats?: string[];
};

/** The actions and guards that the regions name, so that each of them is written in one way. */
export type CustomerAction =
  | { type: 'say'; params: Say }
  | { type: 'note'; params: Note }
  | { type: 'learn'; params: { key: string } }
  | { type: 'worsen'; params: { by: number } }
  | { type: 'enter'; params: { beat: string } }
  | { type: 'wake'; params: { need: string } }
  | {
      type:
        | 'hear'
        | 'did'
        | 'feel'
        | 'progress'
        | 'look'
        | 'defer'
        | 'ask'
        | 'tire'
        | 'hop'
        | 'hold'
        | 'settle'
        | 'respond';
    };

export type CustomerGuard =
  | { type: 'holds' | 'counts' | 'advances'; params: { condition: Condition } }
  | { type: 'agenda'; params: Asking }
  | { type: 'inBeat'; params: { beats: string[] } }
  | { type: 'underway' | 'asked' | 'asksToWait' | 'moved' };

export type CustomerTransition = {
  guard?: CustomerGuard;
  target?: string;
  actions: readonly CustomerAction[];
};
