import { expect, test } from 'vitest';
import { evidenceAt, markText } from './marks';

const TEXT = '实在抱歉,马上为您处理';

test('the pieces together are the whole text, with the marked words between', () => {
  const pieces = markText(TEXT, [
    { start: 5, end: 7, as: 'against' },
    { start: 2, end: 4, as: 'for' },
  ]);
  expect(pieces.map(({ text }) => text).join('')).toBe(TEXT);
  expect(pieces.filter(({ as }) => as).map(({ text, as }) => [text, as])).toEqual([
    ['抱歉', 'for'],
    ['马上', 'against'],
  ]);
});

test('evidence without words, or with words that are not there, marks nothing', () => {
  for (const place of [{}, { start: 3 }, { start: 4, end: 4 }, { start: 0, end: 99 }]) {
    expect(markText('好的', evidenceAt(place))).toEqual([{ text: '好的', start: 0, as: null }]);
  }
});

test('a mark over the whole text is one piece', () => {
  expect(markText('好的', evidenceAt({ start: 0, end: 2 }))).toEqual([
    { text: '好的', start: 0, as: 'evidence' },
  ]);
});
