import { expect, test } from 'vitest';
import { linesOf } from './lines';
import { message, reply } from './testing';

test('the first message of a burst is told from those that follow it', () => {
  const lines = linesOf([message(1, 0), message(2, 5), reply(3, 9), message(4, 20)]);
  const heard = lines.filter(({ entry }) => entry.kind === 'message');
  expect(heard.map(({ first }) => first)).toEqual([true, false, true]);
});

test('a reply counts as read once the customer has begun to type after it', () => {
  const [before] = linesOf([reply(1, 10)]);
  expect(before?.read).toBe(false);
  const lines = linesOf([reply(1, 10), message(2, 30, true, 5), reply(3, 40)]);
  expect(lines.map(({ read }) => read)).toEqual([false, false, false]);
  expect(linesOf([reply(1, 10), message(2, 30), reply(3, 40)]).map(({ read }) => read)).toEqual([
    true,
    false,
    false,
  ]);
});
