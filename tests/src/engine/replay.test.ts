import { replay } from '@kefu/shared/rehearsal/replay';
import { type Input, step } from '@kefu/shared/rehearsal/step';
import type { Act } from '@kefu/shared/understanding/acts';
import { ACT_IDS } from '@kefu/shared/understanding/acts';
import type { Verdict } from '@kefu/shared/understanding/understood';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { content, exerciseOf, meaning, Stage } from './stage';

const RUNS = { numRuns: 60, seed: 20_260_513 };
const script = content.scripts.get('shipping-time')?.value;
const cues = Object.keys(script?.cues ?? {});
const claims = Object.keys(script?.claims ?? {});

const acts: fc.Arbitrary<Act[]> = fc.subarray([...ACT_IDS], { maxLength: 3 });
const verdicts: fc.Arbitrary<{ [claim: string]: Verdict }> = fc.dictionary(
  fc.constantFrom(...claims),
  fc.constantFrom<Verdict>('right', 'wrong', 'beyond', 'low'),
  { maxKeys: 1 },
);
/** A trainee who does anything at any time. */
const moves = fc.array(
  fc.record({
    wait: fc.integer({ min: 0, max: 60_000 }),
    text: fc.string({ maxLength: 30 }),
    means: fc.record({ acts, cues: fc.subarray(cues, { maxLength: 2 }), claims: verdicts }),
    looksUp: fc.boolean(),
  }),
  { maxLength: 12 },
);
const persona = fc.constantFrom('emotional', 'rational', 'doubtful');
const variant = fc.constantFrom('on-time', 'late');
const seed = fc.integer({ min: 0, max: 0xffffffff });

function inputsOf(list: typeof moves extends fc.Arbitrary<infer T> ? T : never): Input[] {
  let at = 0;
  return list.flatMap(({ wait, text, means, looksUp }, index): Input[] => {
    at += wait;
    const reply: Input = { type: 'reply', at, id: `r${index}`, text, understood: meaning(means) };
    return looksUp
      ? [{ type: 'action', at, id: `a${index}`, action: { do: 'look-up-order', with: {} } }, reply]
      : [reply];
  });
}

describe('a rehearsal', () => {
  it('comes out the same when its log is played again', () => {
    fc.assert(
      fc.property(persona, variant, seed, moves, (who, form, number, list) => {
        const stage = new Stage(exerciseOf('shipping-time', who, form), number);
        for (const input of inputsOf(list)) stage.take(input);
        stage.until(stage.state.now / 1000 + 500);
        const again = replay(stage.exercise, number, 1, stage.log, stage.state.now);
        expect(again.entries).toEqual(stage.log);
        expect(again.state).toEqual(stage.state);
      }),
      RUNS,
    );
  });

  it('has the same future after its state has been stored and read again at any point', () => {
    fc.assert(
      fc.property(persona, variant, seed, moves, fc.nat({ max: 12 }), (who, form, number, list, cut) => {
        const stage = new Stage(exerciseOf('shipping-time', who, form), number);
        const inputs = inputsOf(list);
        for (const input of inputs.slice(0, cut)) stage.take(input);
        let stored = JSON.parse(JSON.stringify(stage.state));
        for (const input of [...inputs.slice(cut), { type: 'tick', at: 2_000_000 } as const]) {
          const live = stage.take(input);
          const restored = step(stage.exercise, stored, input);
          stored = JSON.parse(JSON.stringify(restored.state));
          expect(restored.entries).toEqual(live);
        }
      }),
      RUNS,
    );
  });

  it('does not depend on how time is cut into ticks', () => {
    fc.assert(
      fc.property(
        persona,
        variant,
        seed,
        moves,
        fc.integer({ min: 50, max: 5_000 }),
        (who, form, number, list, slice) => {
          const whole = new Stage(exerciseOf('shipping-time', who, form), number);
          const sliced = new Stage(exerciseOf('shipping-time', who, form), number);
          for (const input of [...inputsOf(list), { type: 'tick', at: 900_000 } as const]) {
            whole.take(input);
            for (let at = sliced.state.now + slice; at < input.at; at += slice)
              sliced.take({ type: 'tick', at });
            sliced.take(input);
          }
          expect(sliced.log).toEqual(whole.log);
        },
      ),
      { ...RUNS, numRuns: 25 },
    );
  });

  it('numbers its entries without a gap, in the order of their times', () => {
    fc.assert(
      fc.property(persona, variant, seed, moves, (who, form, number, list) => {
        const stage = new Stage(exerciseOf('shipping-time', who, form), number);
        for (const input of inputsOf(list)) stage.take(input);
        expect(stage.log.map(({ seq }) => seq)).toEqual(stage.log.map((_, index) => index + 1));
        const times = stage.log.map(({ at }) => at);
        expect(times).toEqual([...times].sort((a, b) => a - b));
      }),
      RUNS,
    );
  });

  it('always ends when nobody says anything any more', () => {
    fc.assert(
      fc.property(persona, variant, seed, moves, (who, form, number, list) => {
        const stage = new Stage(exerciseOf('shipping-time', who, form), number);
        for (const input of inputsOf(list)) stage.take(input);
        stage.until(stage.state.now / 1000 + 600);
        expect(stage.state.over).toBe(true);
      }),
      RUNS,
    );
  });
});
