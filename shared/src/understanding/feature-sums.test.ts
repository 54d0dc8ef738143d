import { describe, expect, it } from 'vitest';
import { createFeatureSums, pairOf, worthsOf } from './feature-sums';
import { ACT_STEPS, NEURON_STEPS } from './steps';

const PAIRS = 5;
const FEATURES = 1000;

describe('sums of what features weigh', () => {
  it('are those that each step by itself would make, though two share a number', () => {
    for (const steps of [ACT_STEPS, NEURON_STEPS]) {
      const kinds = 2 * steps.last + 1;
      const stepAt = (i: number): number => ((i * i * 31 + i * 7) % kinds) - steps.last;
      const bytes = Uint8Array.from({ length: FEATURES * PAIRS }, (_, i) =>
        pairOf(stepAt(2 * i), stepAt(2 * i + 1), steps),
      );
      const loudness = (feature: number): number => (feature * 13) % 40;
      const sums = createFeatureSums(bytes, PAIRS, steps);
      const expected = Array.from({ length: 2 * PAIRS }, () => 0);
      for (let feature = 0; feature < FEATURES; feature++) {
        sums.add(feature * PAIRS, loudness(feature));
        for (let pair = 0; pair < PAIRS; pair++) {
          worthsOf(bytes[feature * PAIRS + pair] ?? 0, steps).forEach((worth, side) => {
            const at = 2 * pair + side;
            expected[at] = (expected[at] ?? 0) + worth * loudness(feature);
          });
        }
      }
      sums.settle();
      const found = new Float64Array(2 * PAIRS);
      sums.unpack(found);
      expect([...found]).toEqual(expected);
    }
  });

  it('stay apart when thousands of features say the same as loudly as they can', () => {
    const { last, most } = ACT_STEPS;
    const sums = createFeatureSums(Uint8Array.of(pairOf(last, -last, ACT_STEPS)), 1, ACT_STEPS);
    for (let i = 0; i < 10_000; i++) sums.add(0, 40);
    const found = new Float64Array(2);
    sums.unpack(found);
    expect([...found]).toEqual([10_000 * 40 * most, -10_000 * 40 * most]);
  });
});
