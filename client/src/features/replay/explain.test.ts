import type { Entry, MessageEntry } from '@kefu/shared/rehearsal/entry';
import { expect, test } from 'vitest';
import { causeOf } from './explain';

const message = (seq: number, typedFrom: number, at: number): MessageEntry => ({
  ...{ seq, at, kind: 'message', typedFrom, content: { text: '在吗' }, owes: true, pool: 'p', line: 0 },
});
const reply = (seq: number, at: number): Entry => ({
  ...{ seq, at, kind: 'reply', id: `r${seq}`, text: '您好', repeated: false, contradicts: false },
  understood: { acts: [], cues: [], claims: [] },
});
const effect = (seq: number, at: number, replies: number[]): Entry => ({
  ...{ seq, at, kind: 'effect', notes: [], from: 4, to: 5, tone: 'uneasy', replies },
});
const insight = (seq: number) => ({
  ...{ seq, before: 'uneasy' as const, beat: null, moves: [], met: [], told: [], woken: [], redLines: [] },
});

function causeIn(log: readonly Entry[], of: MessageEntry, reads: [number, number][] = []) {
  const insights = log.filter(({ kind }) => kind === 'effect').map(({ seq }) => insight(seq));
  const cause = causeOf({ report: { log: [...log] }, replay: { insights }, reads: new Map(reads) }, of);
  if (!cause) return null;
  return [cause.is, cause.is === 'reply' ? cause.entry.seq : cause.effect.seq];
}

test('every message of a burst answers what the first of it answers', () => {
  const [first, second] = [message(3, 5_350, 7_000), message(4, 7_350, 9_000)];
  const log = [reply(1, 1_000), effect(2, 5_000, [1]), first, second];
  expect(causeIn(log, first)).toEqual(['reply', 1]);
  expect(causeIn(log, second)).toEqual(['reply', 1]);
});

test('what is written while the customer types has not brought its words about', () => {
  const answer = message(4, 5_350, 9_000);
  const log = [reply(1, 1_000), effect(2, 5_000, [1]), reply(3, 6_000), answer];
  expect(causeIn(log, answer)).toEqual(['reply', 1]);
});

test('a nudge is set off by the waiting', () => {
  const nudge = message(3, 35_350, 37_000);
  expect(causeIn([message(1, 0, 2_000), effect(2, 35_000, []), nudge], nudge)).toEqual(['waiting', 2]);
});

test('a reply that changed nothing is answered all the same, once it was read', () => {
  const answer = message(2, 5_350, 7_000);
  expect(causeIn([reply(1, 1_000), answer], answer, [[1, 5_000]])).toEqual(['reply', 1]);
});

test('a log with numbers left out is explained as far as it goes', () => {
  // The search went by the number as if it were the place in the list, found the message itself and never ended.
  const late = message(9, 5_350, 7_000);
  expect(causeIn([message(3, 0, 2_000), late], late)).toBeNull();
});
