import type { Joined } from '@kefu/shared/protocol/socket';
import { expect, test } from 'vitest';
import { ended, message, reply } from '../../../transcript/testing';
import { type DeskEvent, type DeskState, emptyDesk, reduce } from './desk-state';

const after = (events: readonly DeskEvent[], from: DeskState = emptyDesk([])): DeskState =>
  events.reduce(reduce, from);

const joined = (more: Partial<Joined> = {}): DeskEvent => ({
  type: 'joined',
  joined: { rehearsal: 'r', now: 0, kind: 'resync', entries: [], over: false, ...more },
  local: 0,
});

const heard = (entries: Joined['entries'], now = 0): DeskEvent => ({
  type: 'heard',
  message: { type: 'entries', rehearsal: 'r', now, entries },
  local: 0,
});

const typing: DeskEvent = {
  type: 'heard',
  message: { type: 'typing', rehearsal: 'r', now: 0 },
  local: 0,
};

test('a gap adds to what is there, a resync replaces it', () => {
  const first = after([joined({ entries: [message(1, 0), reply(2, 5)] })]);
  const gap = after([joined({ kind: 'gap', entries: [message(3, 9)] })], first);
  expect(gap.entries.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  const resync = after([joined({ entries: [message(1, 0)] })], first);
  expect(resync.entries.map(({ seq }) => seq)).toEqual([1]);
});

test('entries lost on the way call for joining again, and a join closes the gap', () => {
  const lacking = after([joined({ entries: [message(1, 0)] }), heard([message(3, 9)])]);
  expect(lacking.gap).toBe(true);
  expect(after([joined({ kind: 'gap', entries: [reply(2, 5), message(3, 9)] })], lacking).gap).toBe(false);
});

test('a reply is shown once from the key to the log, whichever of acknowledgement and entry comes first', () => {
  const sent = after([joined(), { type: 'queued', id: 'a', content: { kind: 'reply', text: '您好' } }]);
  expect(after([{ type: 'stored', id: 'a' }, heard([reply(1, 5, 'a')])], sent).outbox).toEqual([]);
  expect(after([heard([reply(1, 5, 'a')]), { type: 'stored', id: 'a' }], sent).outbox).toEqual([]);
});

test('the typing sign goes when the message comes, and when the connection is lost', () => {
  expect(after([joined(), typing]).typing).toBe(true);
  expect(after([joined(), typing, heard([message(1, 0)])]).typing).toBe(false);
  expect(after([joined(), typing, { type: 'lost' }]).typing).toBe(false);
});

test('the end is known from the entry as well as from joining later', () => {
  expect(after([joined(), heard([ended(1, 9)])]).over).toBe(true);
  expect(after([joined({ over: true, entries: [ended(1, 9)] })]).over).toBe(true);
});

test('joining sets the clock anew, messages only sharpen it', () => {
  const first = after([joined({ now: 10_000 }), heard([], 9_000)]);
  expect(first.clock).toEqual({ ahead: 10_000 });
  expect(after([joined({ now: 4_000 })], first).clock).toEqual({ ahead: 4_000 });
});
