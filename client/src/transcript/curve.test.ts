import { expect, test } from 'vitest';
import { placeMood, stepPath } from './curve';

const point = (at: number, level: number) => ({ at, level, seq: 1, why: [] });

test('time goes to the right and a worse mood upwards', () => {
  const points = placeMood([point(0, 0), point(50, 10)], 100, 200, 80);
  expect(points.map(({ x, y }) => [x, y])).toEqual([
    [0, 80],
    [100, 0],
  ]);
});

test('a mood holds until it changes, and to the end', () => {
  const points = placeMood([point(0, 5), point(50, 10)], 100, 200, 80);
  expect(stepPath(points, 200)).toBe('M0 40H100V0H200');
});

test('a talk that ended at once still has a line', () => {
  expect(stepPath(placeMood([point(0, 5)], 0, 200, 80), 200)).toBe('M0 40H200');
  expect(stepPath([], 200)).toBe('');
});
