import type { Exercise } from '@kefu/shared/rehearsal/exercise';
import { ActionNameSchema } from '@kefu/shared/script/action';
import { type CustomerMachine, compileCustomer } from '@kefu/shared/script/compile';
import { NO_SIGNS, type Signs } from '@kefu/shared/script/condition';
import { type CustomerEvent, startContext } from '@kefu/shared/script/machine/context';
import { afterEvent } from '@kefu/shared/script/statechart/state-node';
import type { Demand, Stepped } from '@kefu/shared/script/statechart/stepper';
import { ACT_IDS } from '@kefu/shared/understanding/acts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialTransition, transition } from 'xstate';
import { z } from 'zod';
import { everyExercise, fail } from './stage';

const RUNS = { numRuns: 1_500, seed: 20_261_122 };

/** What XState asks to be done, in the terms of the stepper. Inner events without a delay are no demand. */
const XStateActionSchema = z.union([
  z.object({ type: z.enum(['say', 'note']), params: z.unknown() }),
  z
    .object({
      type: z.literal('xstate.raise'),
      params: z.object({
        event: z.object({ type: z.string() }),
        delay: z.number().or(z.literal(Number.POSITIVE_INFINITY)),
      }),
    })
    .transform(({ params: { event, delay } }) => ({
      type: 'wait',
      timer: event.type.replace('xstate.after.', ''),
      delay,
    })),
  z
    .object({ type: z.literal('xstate.cancel'), params: z.object({ sendId: z.string() }) })
    .transform(({ params: { sendId } }) => ({
      type: 'cancel',
      timer: sendId.replace('xstate.after.', ''),
    })),
]);

const demandsOf = (actions: readonly unknown[]) =>
  actions.flatMap((action) => {
    const known = XStateActionSchema.safeParse(action);
    return known.success ? [known.data] : [];
  });

/** One thing that happens to a customer, drawn by numbers so that it fits every script. */
type Happening = {
  what: 'reply' | 'timer' | 'spoken' | 'did' | 'close';
  acts: (typeof ACT_IDS)[number][];
  cues: number[];
  claim: number;
  verdict: string;
  deed: (typeof ActionNameSchema.options)[number];
  flag: boolean;
};

const happenings: fc.Arbitrary<Happening[]> = fc.array(
  fc.record({
    what: fc.constantFrom<Happening['what']>(
      'reply',
      'reply',
      'reply',
      'timer',
      'timer',
      'timer',
      'spoken',
      'spoken',
      'did',
      'close',
    ),
    acts: fc.subarray([...ACT_IDS], { maxLength: 3 }),
    cues: fc.array(fc.nat({ max: 40 }), { maxLength: 2 }),
    claim: fc.nat({ max: 20 }),
    verdict: fc.constantFrom('right', 'wrong', 'beyond', 'low'),
    deed: fc.constantFrom(...ActionNameSchema.options),
    flag: fc.boolean(),
  }),
  { minLength: 4, maxLength: 24 },
);

const exercises = everyExercise();
/** Drawn by number: a failing draw is printed, and an exercise is long. */
const exerciseNumber = fc.nat({ max: exercises.length - 1 });
const exerciseAt = (number: number): Exercise => exercises[number] ?? fail('no such exercise');
const machines = new Map<Exercise, CustomerMachine>();

function machineOf(of: Exercise): CustomerMachine {
  const machine = machines.get(of) ?? compileCustomer(of.facts);
  machines.set(of, machine);
  return machine;
}

/** The event that a happening is, if it can happen: a timer has to run. */
function eventOf(
  { facts }: Exercise,
  timers: ReadonlySet<string>,
  how: Happening,
): CustomerEvent | undefined {
  const { what, acts, cues, claim, verdict, deed, flag } = how;
  switch (what) {
    case 'reply': {
      const cueIds = Object.keys(facts.teaching.cues);
      const claimId = Object.keys(facts.teaching.claims)[claim];
      const signs: Signs = {
        ...NO_SIGNS,
        acts: [...acts].sort(),
        cues: [
          ...new Set(cues.flatMap((number) => cueIds[number % Math.max(1, cueIds.length)] ?? [])),
        ].sort(),
        claims: claimId ? [`${claimId}:${verdict}`] : [],
        actions: flag ? [deed, `${deed}:${verdict}`] : [],
      };
      return { type: 'REPLY', signs, readMs: 1_000 };
    }
    case 'timer': {
      const [first] = timers;
      return first === undefined ? undefined : { type: afterEvent(first) };
    }
    case 'spoken':
      return { type: 'SPOKEN', owes: flag };
    case 'did':
      return { type: 'DID', action: deed };
    case 'close':
      return flag ? { type: 'CLOSE' } : undefined;
  }
}

/** Which timers run after these demands. */
function running(timers: ReadonlySet<string>, demands: readonly Demand[]): Set<string> {
  const after = new Set(timers);
  for (const demand of demands) {
    if (demand.type === 'cancel') after.delete(demand.timer);
    if (demand.type === 'wait' && Number.isFinite(demand.delay)) after.add(demand.timer);
  }
  return after;
}

describe("a customer's statechart, for every script × persona × variant", () => {
  it('begins as XState begins it', () => {
    for (const of of exercises) {
      for (const pace of [0, 1, 2]) {
        const [snapshot, actions] = initialTransition(machineOf(of), { pace });
        const first = of.customer.start(startContext(of.facts, pace));
        expect({ ...first, demands: [...first.demands] }).toEqual({
          value: snapshot.value,
          context: snapshot.context,
          demands: demandsOf(actions),
          done: snapshot.status === 'done',
        });
      }
    }
  });

  it('goes on as XState goes on, whatever happens', () => {
    const steps = { taken: 0, ended: 0 };
    fc.assert(
      fc.property(exerciseNumber, fc.constantFrom(0, 1), happenings, (number, pace, list) => {
        const of = exerciseAt(number);
        const machine = machineOf(of);
        let at: Stepped = of.customer.start(startContext(of.facts, pace));
        let timers = running(new Set(), at.demands);
        for (const how of list) {
          const event = at.done ? undefined : eventOf(of, timers, how);
          if (!event) continue;
          const { value, context } = at;
          const [snapshot, actions] = transition(machine, machine.resolveState({ value, context }), event);
          if (event.type.startsWith('xstate.after.')) timers.delete(event.type.slice('xstate.after.'.length));
          at = of.customer.step(at, event);
          timers = running(timers, at.demands);
          expect(at).toEqual({
            value: snapshot.value,
            context: snapshot.context,
            demands: demandsOf(actions),
            done: snapshot.status === 'done',
          });
          steps.taken++;
          if (at.done) steps.ended++;
        }
      }),
      RUNS,
    );
    // The comparison says something only where much happens and customers come to endings.
    expect(steps.taken).toBeGreaterThan(5_000);
    expect(steps.ended).toBeGreaterThan(100);
  });

  it('is not gone on with from where it cannot stand', () => {
    for (const of of exercises.slice(0, 5)) {
      const { context } = of.customer.start(startContext(of.facts, 1));
      const close = { type: 'CLOSE' } as const;
      for (const value of ['nowhere', {}, { talk: { dialogue: 'nowhere' } }])
        expect(() => of.customer.step({ value, context }, close)).toThrow('stands nowhere');
    }
  });

  it('can be stored between any two steps', () => {
    fc.assert(
      fc.property(exerciseNumber, happenings, (number, list) => {
        const of = exerciseAt(number);
        let live: Stepped = of.customer.start(startContext(of.facts, 1));
        let stored = live;
        let timers = running(new Set(), live.demands);
        for (const how of list) {
          const event = live.done ? undefined : eventOf(of, timers, how);
          if (!event) continue;
          live = of.customer.step(live, event);
          stored = of.customer.step(JSON.parse(JSON.stringify(stored)), event);
          timers = running(timers, live.demands);
          expect(stored).toEqual(live);
        }
      }),
      { numRuns: 150, seed: RUNS.seed },
    );
  });
});
