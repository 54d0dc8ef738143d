import { describe, expect, it } from 'vitest';
import { ACT_STEPS, NEURON_STEPS } from './steps';
import { readSteps, writeSteps } from './steps-text';

describe('steps as text', () => {
  it('come back as they were, one in a letter or two', () => {
    for (const [kind, perLetter] of [
      [ACT_STEPS, 1],
      [NEURON_STEPS, 2],
    ] as const) {
      const steps = Int8Array.from({ length: 2 * 15 }, (_, i) => (i % (2 * kind.last + 1)) - kind.last);
      const text = writeSteps(steps, kind);
      expect(text).toHaveLength(steps.length / perLetter);
      expect(readSteps(text, kind)).toEqual(steps);
    }
  });
});
