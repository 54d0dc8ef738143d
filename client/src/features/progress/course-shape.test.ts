import { expect, test } from 'vitest';
import { coursePath, places } from './course-shape';

test('scores stand one after the other, the better the higher', () => {
  expect(coursePath(places([0, 50, 100], 100, 200))).toBe('M0 200L50 100L100 0');
});

test('what could not occur leaves its place empty, and the line goes on', () => {
  expect(places([40, null, 80], 100, 100).map(({ index, x }) => [index, x])).toEqual([
    [0, 0],
    [2, 100],
  ]);
});

test('a single score stands in the middle', () => {
  expect(places([70], 100, 100)).toEqual([{ index: 0, value: 70, x: 50, y: 30 }]);
});
