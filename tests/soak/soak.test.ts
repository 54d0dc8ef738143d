import { expect, test } from 'vitest';
import { soak } from './soak';

// It starts three processes and waits for a customer to come to the end, on a machine that may be busy.
const PATIENCE_MS = 150_000;

test(
  'whatever was acknowledged, shown or scored is the same after every kill of the server',
  async () => {
    const progress: string[] = [];
    const say = (line: string) => progress.push(line);
    const { faults, acknowledged, scores } = await soak({ rounds: 2, trainees: 8, seed: 7, say });
    expect(faults).toEqual([]);
    expect(acknowledged, progress.join('\n')).toBeGreaterThan(15);
    expect(scores, progress.join('\n')).toBeGreaterThan(0);
  },
  PATIENCE_MS,
);
