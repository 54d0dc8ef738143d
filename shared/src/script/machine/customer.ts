import { assign, setup } from 'xstate';
import { BOILING_POINT, toneOf } from '../../persona/schema';
import type { Case } from '../case';
import { type Condition, holds, NO_SIGNS, type Signs, type Situation } from '../condition';
import type { Need } from '../schema';
import { addSigns, signAtoms } from './signs';

/** What a customer keeps in mind. Finite but for nothing: no words, no times, no seed, so that every state can be explored. */
export type CustomerContext = {
  /** 0 (best) to {@link BOILING_POINT}. */
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
    readonly hops: number;
  };
  readonly holding: boolean;
  /** The beat in which the dialogue is. */
  readonly beat: string;
  /** Stretches all waiting times: 1, 1.5, 2, or 0 for a customer who waits for ever. */
  readonly pace: number;
  /** How long reading the latest reply takes, ms. */
  readonly readMs: number;
};

export type CustomerEvent =
  /** A reply, or an action that the customer notices. */
  | { type: 'REPLY'; signs: Signs; readMs: number }
  /** The agent has done something rightly that the customer does not see. */
  | { type: 'DID'; action: string }
  /** The customer's last line is shown. */
  | { type: 'SPOKEN'; owes: boolean }
  /** The agent closes the chat. */
  | { type: 'CLOSE' }
  /** Inner steps of one reaction, in this order: feelings and needs, agenda, words. */
  | { type: 'REACT' | 'PROCEED' | 'SPEAK' | 'DOUBT' }
  /** A timer of the machine is due. */
  | { type: `xstate.after.${string}` };

/** What the words layer is asked to say: a pool, and whether it is the customer's turn-ending line. */
export type Say = { pool: string; owes: boolean };
/** What happened inside, for the scorecard and the replay. */
export type Note =
  | { kind: 'reaction' | 'need' | 'told' | 'beat' | 'red-line' | 'doubt'; id: string }
  | { kind: 'blocked' | 'ending'; id: string };

/** How long a customer waits quietly after being asked to wait, ms. */
const HOLD_MS = 60_000;

/** How long a customer who expects nothing more stays, where the beat does not say, seconds. */
const REST_S = 60;

const QUIET_TURN = { asked: false, spoke: false, progressed: false, hops: 0 } as const;

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
    known: Object.fromEntries(asleep.map(([id]) => [`asleep:${id}`, true])),
    used: {},
    turn: QUIET_TURN,
    holding: false,
    beat: '',
    pace,
    readMs: 0,
  };
}

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
  const gated = (context: CustomerContext, signs: Signs) =>
    persona.gate !== undefined &&
    !context.soothed &&
    persona.gate.while.includes(toneOf(persona, context.level)) &&
    !holds(persona.gate.until, situation({ ...context, signs }));
  const moved = (level: number, by: number) => Math.max(0, Math.min(BOILING_POINT, level + by));
  const reactions = [
    ...script.reactions.map((reaction) => ({
      ...reaction,
      enough: false,
      addsDoubt: false,
      pool: reaction.say && `reaction.${reaction.id}`,
    })),
    ...persona.reactions.map((reaction) => ({ ...reaction, pool: reaction.say && `voice.${reaction.say}` })),
  ];

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
      agenda: (
        { context },
        { need, since, asked }: { need: string; since: string | undefined; asked: boolean },
      ) =>
        !context.known[`need:${need}`] &&
        !context.known[`asleep:${need}`] &&
        (since === undefined || context.known[`beat:${since}`] === true) &&
        (context.known[`asked:${need}`] === true) === asked,
      boils: ({ context }) => context.level >= BOILING_POINT,
      reading: ({ context }) => context.reading,
      holding: ({ context }) => context.holding,
      owes: ({ event }) => event.type === 'SPOKEN' && event.owes,
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
          blocked: signs.repeated || gated(context, signs),
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
      progress: assign(({ context }) => ({ turn: { ...context.turn, progressed: true } })),
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
      /** The burst is read: feelings and needs, agenda, words, in this order. */
      respond: base.enqueueActions(({ enqueue }) => {
        enqueue.raise({ type: 'REACT' });
        enqueue.raise({ type: 'PROCEED' });
        enqueue.raise({ type: 'SPEAK' });
      }),
      /** Feelings: all fitting reactions of script and persona, and the gate. */
      feel: base.enqueueActions(({ context, enqueue }) => {
        const now = situation(context);
        const used = { ...context.used };
        let by = 0;
        let said = false;
        let asked = false;
        for (const reaction of reactions) {
          // What does not count for the task does not soften either: a solution in anger is no help yet.
          if (context.blocked && reaction.mood < 0) continue;
          if (!holds(reaction.when, now) || (reaction.limit && (used[reaction.id] ?? 0) >= reaction.limit))
            continue;
          if (reaction.limit) used[reaction.id] = (used[reaction.id] ?? 0) + 1;
          by += reaction.mood;
          enqueue({ type: 'note', params: { kind: 'reaction', id: reaction.id } });
          if (reaction.addsDoubt) enqueue.raise({ type: 'DOUBT' });
          if (!reaction.pool || said) continue;
          said = true;
          asked = reaction.enough;
          enqueue({ type: 'say', params: { pool: reaction.pool, owes: true } });
        }
        const { gate } = persona;
        if (gate && gated(context, context.signs) && holds(gate.refuses, now)) {
          by += gate.mood;
          enqueue({ type: 'note', params: { kind: 'blocked', id: 'gate' } });
          if (!said) enqueue({ type: 'say', params: { pool: 'voice.blocked', owes: true } });
          said = asked = true;
        }
        const passed = gate !== undefined && holds(gate.until, now);
        enqueue.assign({
          level: moved(context.level, by),
          used,
          soothed: (context.soothed || passed) && !(by > 0 && !passed),
          turn: { ...context.turn, spoke: said, asked },
        });
      }),
    },
  });
}

export type CustomerSetup = ReturnType<typeof customerSetup>;

/** The actions and guards that the regions name, so that each of them is written in one way. */
export type CustomerAction =
  | { type: 'say'; params: Say }
  | { type: 'note'; params: Note }
  | { type: 'learn'; params: { key: string } }
  | { type: 'worsen'; params: { by: number } }
  | { type: 'enter'; params: { beat: string } }
  | { type: 'wake'; params: { need: string } }
  | { type: 'hear' | 'did' | 'feel' | 'progress' | 'ask' | 'hop' | 'hold' | 'settle' | 'respond' };

export type CustomerGuard =
  | { type: 'holds' | 'counts' | 'advances'; params: { condition: Condition } }
  | { type: 'agenda'; params: { need: string; since: string | undefined; asked: boolean } }
  | { type: 'inBeat'; params: { beats: string[] } }
  | { type: 'asked' | 'asksToWait' | 'moved' };

export type CustomerTransition = {
  guard?: CustomerGuard;
  target?: string;
  actions: readonly CustomerAction[];
};
