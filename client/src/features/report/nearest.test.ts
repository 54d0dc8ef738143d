import type { Entry } from '@kefu/shared/rehearsal/entry';
import { expect, test } from 'vitest';
import { placeOf } from './nearest';

const effect = (seq: number, replies: number[]): Entry => ({
  seq,
  at: 0,
  kind: 'effect',
  notes: [],
  from: 1,
  to: 2,
  tone: 'calm',
  replies,
});
const log: Entry[] = [
  { seq: 1, at: 0, kind: 'message', typedFrom: 0, content: { text: '在吗' }, owes: true, pool: 'p', line: 0 },
  effect(2, []),
  { seq: 3, at: 0, kind: 'ended', ending: 'lost' },
  effect(4, [1]),
];

test('what is visible is shown itself', () => expect(placeOf(log, 3)).toBe(3));
test('an effect leads to the reply behind it', () => expect(placeOf(log, 4)).toBe(1));
test('an effect of mere waiting leads to what was said last', () => expect(placeOf(log, 2)).toBe(1));
test('a number outside of the log leads nowhere', () => expect(placeOf(log, 9)).toBeNull());
