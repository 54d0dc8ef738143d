import { expect, test } from 'vitest';
import { markSpan } from './marks';

test('the pieces together are the whole text, with the cited words between', () => {
  const pieces = markSpan('实在抱歉,马上为您处理', { start: 2, end: 4 });
  expect(pieces.map(({ text }) => text).join('')).toBe('实在抱歉,马上为您处理');
  expect(pieces.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(['抱歉']);
});

test('evidence without words, or with words that are not there, marks nothing', () => {
  for (const span of [{}, { start: 3 }, { start: 4, end: 4 }, { start: 0, end: 99 }]) {
    expect(markSpan('好的', span)).toEqual([{ text: '好的', start: 0, marked: false }]);
  }
});

test('a span over the whole text is one piece', () => {
  expect(markSpan('好的', { start: 0, end: 2 })).toEqual([{ text: '好的', start: 0, marked: true }]);
});
