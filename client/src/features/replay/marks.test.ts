import { expect, test } from 'vitest';
import { clusters, type Mark, worstOf } from './marks';

const mark = (at: number, kind: Mark['kind'] = 'need'): Mark => ({ kind, at, seq: at, title: null });

test('marks that would lie on each other share a place, from the first of them on', () => {
  const groups = clusters([mark(0), mark(9), mark(18), mark(50)], 100, 0.1);
  expect(groups.map((group) => group.map(({ at }) => at))).toEqual([[0, 9], [18], [50]]);
});

test('with room enough every mark has its own place, and a talk that ended at once has one', () => {
  expect(clusters([mark(0), mark(9)], 100, 0.01)).toHaveLength(2);
  expect(clusters([mark(0), mark(0)], 0, 0.01)).toHaveLength(1);
});

test('what matters most stands for a group', () => {
  expect(worstOf([mark(0, 'action'), mark(1, 'red-line'), mark(2, 'ending')])?.kind).toBe('red-line');
});
