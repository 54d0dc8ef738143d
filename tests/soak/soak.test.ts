import { expect, test } from 'vitest';
import { soak } from './soak';

test('whatever was acknowledged, shown or scored is the same after every kill of the server', async () => {
  const progress: string[] = [];
  const say = (line: string) => progress.push(line);
  const { faults, acknowledged, scores } = await soak({ rounds: 2, trainees: 8, seed: 7, say });
  expect(faults).toEqual([]);
  expect(acknowledged, progress.join('\n')).toBeGreaterThan(20);
  expect(scores, progress.join('\n')).toBeGreaterThan(0);
});
