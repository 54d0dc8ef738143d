import { expect, test } from 'vitest';
import { corners, inLines, ringPath } from './radar-shape';

test('the first corner points upwards and full marks reach the rim', () => {
  expect(corners({ x: 50, y: 50 }, 40, [1, 0.5, 0, 1])).toEqual([
    { x: 50, y: 10 },
    { x: 70, y: 50 },
    { x: 50, y: 50 },
    { x: 10, y: 50 },
  ]);
});

test('no score leads beyond the rim or through the centre', () => {
  expect(ringPath({ x: 0, y: 0 }, 10, [2, -1, 1, 0])).toBe('M0 -10L0 0L0 10L0 0Z');
});

test('a long name is broken at the blank next to its middle, one without blanks is not', () => {
  expect(inLines('Guidance and relationship')).toEqual(['Guidance and', 'relationship']);
  expect(inLines('Knowledge')).toEqual(['Knowledge']);
  expect(inLines('沟通与情绪')).toEqual(['沟通与情绪']);
});
