import { expect, test } from 'vitest';
import { countUntil, momentAt } from './moment';
import { ended, message, reply } from './testing';

const typed = (seq: number, typedFrom: number, at: number) => ({ ...message(seq, at), typedFrom });
const all = [typed(1, 0, 2_000), reply(2, 5_000), typed(3, 7_000, 9_000), ended(4, 9_000)];

test('what has happened by a moment is there, to the millisecond', () => {
  expect(momentAt(all, 4_999).entries.map(({ seq }) => seq)).toEqual([1]);
  expect(momentAt(all, 5_000).entries.map(({ seq }) => seq)).toEqual([1, 2]);
});

test('the customer is typing from the first key to the message, also while the agent writes', () => {
  const typing = [0, 1_999, 2_000, 6_999, 7_000, 8_999, 9_000].map((at) => momentAt(all, at).typing);
  expect(typing).toEqual([true, true, false, false, true, true, false]);
});

test('it is over with the ending and not before', () => {
  expect(momentAt(all, 8_999).over).toBe(false);
  expect(momentAt(all, 9_000).over).toBe(true);
  expect(momentAt([], 0)).toEqual({ entries: [], typing: false, over: false });
});

test('counting by halves is counting', () => {
  const items = [0, 0, 3, 3, 3, 7].map((at) => ({ at }));
  for (const at of [-1, 0, 1, 3, 6, 7, 8]) {
    expect(countUntil(items, at)).toBe(items.filter((item) => item.at <= at).length);
  }
});
