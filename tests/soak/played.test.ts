import type { Joined } from '@kefu/shared/protocol/socket';
import { expect, test } from 'vitest';
import { faultsIn, newPlayed } from './played';

/** A server's word: these replies, in this order. */
const told = (...replies: [id: string, text: string][]): Joined => ({
  ...{ rehearsal: 'x', now: 9, kind: 'gap', over: false },
  entries: replies.map(([id, text], index) => ({ kind: 'reply', seq: index + 1, at: index, id, text })),
});

/** What a trainee knows to whom two replies were acknowledged, and a third one not. */
function known() {
  const played = newPlayed('x');
  for (const [id, seq] of [
    ['a', 1],
    ['b', 2],
    ['c', undefined],
  ] as const)
    played.sent.set(id, { text: id, seq });
  return played;
}

test('the audit of the soak takes a log with or without what was not acknowledged', () => {
  expect(faultsIn(known(), told(['a', 'a'], ['b', 'b']))).toEqual([]);
  expect(faultsIn(known(), told(['a', 'a'], ['b', 'b'], ['c', 'c']))).toEqual([]);
});

test.each([
  ['lost', told(['a', 'a'])],
  ['stored twice', told(['a', 'a'], ['b', 'b'], ['b', 'b'])],
  ['out of order', told(['b', 'b'], ['a', 'a'])],
  ['in other words', told(['a', 'a'], ['b', 'x'])],
  ['of somebody else', told(['a', 'a'], ['b', 'b'], ['z', 'z'])],
  ['behind a gap', { ...told(), entries: told(['a', 'a'], ['b', 'b']).entries.slice(1) }],
  ['broken off', { ...told(['a', 'a'], ['b', 'b']), over: true }],
])('the audit of the soak finds a reply that is %s', (_, joined) => {
  expect(faultsIn(known(), joined)).not.toEqual([]);
});

test('the audit of the soak finds an entry that was shown and is another one now', () => {
  const played = known();
  faultsIn(played, told(['a', 'a'], ['b', 'b']));
  const entries = told(['a', 'a'], ['b', 'b']).entries.map((entry) => ({ ...entry, at: 7 }));
  expect(faultsIn(played, { ...told(), entries })).not.toEqual([]);
});
