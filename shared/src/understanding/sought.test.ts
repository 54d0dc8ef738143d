import { expect, it } from 'vitest';
import { matchesOf, sought } from './sought';

const NUMBERS = sought(/\d/, /\d+|(?=个)/);
const found = (text: string): string[] =>
  matchesOf(NUMBERS, text).map(({ 0: match, index }) => `${index}:${match}`);

it('finds what matchAll finds, empty matches too, however often it is asked', () => {
  for (const text of ['12个3个', '个', '3', '12个3个', '']) {
    const all = /\d/.test(text) ? [...text.matchAll(NUMBERS.pattern)] : [];
    expect(found(text)).toEqual(all.map(({ 0: match, index }) => `${index}:${match}`));
  }
});

it('does not search where no sign stands', () => {
  expect(found('个')).toEqual([]);
  expect(found('1个')).toEqual(['0:1', '1:']);
});
