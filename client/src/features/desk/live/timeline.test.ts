import { expect, test } from 'vitest';
import { hidden, message } from '../../../transcript/testing';
import { lastOf, merge } from './timeline';

const numbers = (entries: readonly { seq: number }[]) => entries.map(({ seq }) => seq);

test('entries that come twice, as after a lost acknowledgement, stand once', () => {
  const { entries, whole } = merge([message(1, 0), hidden(2)], [hidden(2), message(3, 5), message(3, 5)]);
  expect(numbers(entries)).toEqual([1, 2, 3]);
  expect(whole).toBe(true);
});

test('entries in a wrong order are put right', () => {
  expect(numbers(merge([], [hidden(2), message(1, 0)]).entries)).toEqual([1, 2]);
});

test('a missing number is noticed, and nothing behind it is taken', () => {
  const { entries, whole } = merge([message(1, 0)], [message(3, 9)]);
  expect(numbers(entries)).toEqual([1]);
  expect(whole).toBe(false);
  expect(lastOf(entries)).toBe(1);
});

test('an empty log ends at number 0', () => expect(lastOf([])).toBe(0));
