import type { Exercise } from '@kefu/shared/rehearsal/exercise';
import { heardAt } from '@kefu/shared/rehearsal/heard';
import { replay } from '@kefu/shared/rehearsal/replay';
import { type Input, step } from '@kefu/shared/rehearsal/step';
import { ACT_IDS } from '@kefu/shared/understanding/acts';
import type { Verdict } from '@kefu/shared/understanding/understood';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyExercise, meaning, Stage } from './stage';

const RUNS = { numRuns: 120, seed: 20_260_513 };

const exercises = everyExercise();

type Move = {
  wait: number;
  text: string;
  acts: (typeof ACT_IDS)[number][];
  cues: number[];
  claim: number;
  verdict: Verdict;
  looksUp: boolean;
};

/** A trainee who does anything at any time. Cues and claims are drawn by number, so that they fit every script. */
const moves: fc.Arbitrary<Move[]> = fc.array(
  fc.record({
    wait: fc.integer({ min: 0, max: 60_000 }),
    text: fc.string({ maxLength: 30 }),
    acts: fc.subarray([...ACT_IDS], { maxLength: 3 }),
    cues: fc.array(fc.nat({ max: 40 }), { maxLength: 2 }),
    claim: fc.nat({ max: 20 }),
    verdict: fc.constantFrom<Verdict>('right', 'wrong', 'beyond', 'low'),
    looksUp: fc.boolean(),
  }),
  { maxLength: 12 },
);
const exercise = fc.constantFrom(...exercises);
const seed = fc.integer({ min: 0, max: 0xffffffff });

function inputsOf({ facts }: Exercise, list: readonly Move[]): Input[] {
  const cueIds = Object.keys(facts.teaching.cues);
  const claimIds = Object.keys(facts.teaching.claims);
  let at = 0;
  return list.flatMap(({ wait, text, acts, cues, claim, verdict, looksUp }, index): Input[] => {
    at += wait;
    const named = cues.flatMap((number) => cueIds[number % Math.max(1, cueIds.length)] ?? []);
    const claimId = claimIds[claim];
    const understood = meaning({
      acts,
      cues: [...new Set(named)],
      claims: claimId ? { [claimId]: verdict } : {},
    });
    const reply: Input = { type: 'reply', at, id: `r${index}`, text, understood };
    return looksUp
      ? [{ type: 'action', at, id: `a${index}`, action: { do: 'look-up-order', with: {} } }, reply]
      : [reply];
  });
}

function played(of: Exercise, number: number, list: readonly Move[]): Stage {
  const stage = new Stage(of, number);
  for (const input of inputsOf(of, list)) stage.take(input);
  return stage;
}

describe('a rehearsal of any script', () => {
  it('comes out the same when its log is played again', () => {
    fc.assert(
      fc.property(exercise, seed, moves, (of, number, list) => {
        const stage = played(of, number, list);
        stage.until(stage.state.now / 1000 + 500);
        const again = replay(of, number, 1, stage.log, stage.state.now);
        expect(again.entries).toEqual(stage.log);
        expect(again.state).toEqual(stage.state);
      }),
      RUNS,
    );
  });

  it('tells by its log what the agent had heard before each reply', () => {
    fc.assert(
      fc.property(exercise, seed, moves, (of, number, list) => {
        const stage = new Stage(of, number);
        const heard = new Map<number, string>();
        for (const input of inputsOf(of, list)) {
          stage.take({ type: 'tick', at: input.at });
          const { lastHeard } = stage.state;
          for (const { kind, seq } of stage.take(input)) if (kind === 'reply') heard.set(seq, lastHeard);
        }
        const told = heardAt(stage.log);
        for (const [seq, words] of heard) expect(told[seq - 1]).toBe(words);
      }),
      RUNS,
    );
  });

  it('has the same future after its state has been stored and read again at any point', () => {
    fc.assert(
      fc.property(exercise, seed, moves, fc.nat({ max: 12 }), (of, number, list, cut) => {
        const inputs = inputsOf(of, list);
        const stage = new Stage(of, number);
        for (const input of inputs.slice(0, cut)) stage.take(input);
        let stored = JSON.parse(JSON.stringify(stage.state));
        for (const input of [...inputs.slice(cut), { type: 'tick', at: 2_000_000 } as const]) {
          const live = stage.take(input);
          const restored = step(of, stored, input);
          stored = JSON.parse(JSON.stringify(restored.state));
          expect(restored.entries).toEqual(live);
        }
      }),
      RUNS,
    );
  });

  it('does not depend on how time is cut into ticks', () => {
    fc.assert(
      fc.property(exercise, seed, moves, fc.integer({ min: 50, max: 5_000 }), (of, number, list, slice) => {
        const whole = new Stage(of, number);
        const sliced = new Stage(of, number);
        for (const input of [...inputsOf(of, list), { type: 'tick', at: 900_000 } as const]) {
          whole.take(input);
          for (let at = sliced.state.now + slice; at < input.at; at += slice)
            sliced.take({ type: 'tick', at });
          sliced.take(input);
        }
        expect(sliced.log).toEqual(whole.log);
      }),
      { ...RUNS, numRuns: 25 },
    );
  });

  it('numbers its entries without a gap, in the order of their times', () => {
    fc.assert(
      fc.property(exercise, seed, moves, (of, number, list) => {
        const { log } = played(of, number, list);
        expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
        const times = log.map(({ at }) => at);
        expect(times).toEqual([...times].sort((a, b) => a - b));
      }),
      RUNS,
    );
  });

  it('ends when nobody says anything any more', () => {
    fc.assert(
      fc.property(exercise, seed, moves, (of, number, list) => {
        const stage = played(of, number, list);
        stage.until(stage.state.now / 1000 + 600);
        expect(stage.state.over).toBe(true);
      }),
      RUNS,
    );
  });
});
