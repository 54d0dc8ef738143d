import { expect, it } from 'vitest';
import { ACT_IDS } from '../understanding/acts';
import { isHeap } from './heap';

const does = (count: number) => ({
  acts: ACT_IDS.slice(0, count).map((act) => ({ act, start: 0, end: 2, confidence: 1 })),
});

it('a long honest answer is no heap, however often it does the same', () => {
  expect(isHeap(does(8))).toBe(false);
  expect(isHeap({ acts: Array.from({ length: 5 }, () => does(8).acts).flat() })).toBe(false);
});

it('a reply that does nine different things at once is meant for nobody', () => {
  expect(isHeap(does(9))).toBe(true);
});
