import type { DoubtfulReply } from '@kefu/shared/protocol/teaching';
import { expect, test } from 'vitest';
import { EMPTY_QUEUE, needsMore, putBack, refill, take } from './queue';

const reply = (id: string): DoubtfulReply => ({
  ...{ id, text: id, context: '', times: 1, doubt: 1, suggestions: [] },
});
const ids = (replies: readonly DoubtfulReply[]) => replies.map(({ id }) => id).join('');
const three = refill(EMPTY_QUEUE, { replies: [...'abc'].map(reply), left: 9 });

test('what is done makes room for the next, and comes back to the front when it is undone', () => {
  const later = take(take(three));
  expect([ids(later.waiting), ids(later.done), later.left]).toEqual(['c', 'ab', 7]);
  const back = putBack(later, 'b');
  expect([ids(back.waiting), ids(back.done), back.left]).toEqual(['bc', 'a', 8]);
});

test('more replies are asked for before the last one is shown, and not when there are no more', () => {
  expect(needsMore(three)).toBe(true);
  expect(needsMore(refill(EMPTY_QUEUE, { replies: [reply('a')], left: 1 }))).toBe(false);
});

test('what arrives goes behind what waits, once, and what was done meanwhile stays done', () => {
  const later = refill(take(three), { replies: [...'abcd'].map(reply), left: 9 });
  expect([ids(later.waiting), ids(later.done), later.left]).toEqual(['bcd', 'a', 8]);
});

test('an empty queue stays empty', () => {
  expect(take(EMPTY_QUEUE)).toEqual(EMPTY_QUEUE);
  expect(putBack(EMPTY_QUEUE, 'a')).toEqual(EMPTY_QUEUE);
});
