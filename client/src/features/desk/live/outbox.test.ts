import { expect, test } from 'vitest';
import { reply } from '../../../transcript/testing';
import { discard, keep, mark, type Outbox, queue, recall, settle, unsent } from './outbox';

const hello = { kind: 'reply', text: '您好' } as const;
const ids = (outbox: Outbox) => outbox.map(({ id }) => id);

test('what was written without a connection is sent later, in its order, and survives a reload', () => {
  const outbox = queue(queue([], 'a', hello), 'b', { kind: 'act', action: { do: 'close', with: {} } });
  expect(ids(unsent(recall(keep(outbox))))).toEqual(['a', 'b']);
});

test('what the server has refused waits for the agent and is not sent by itself', () => {
  const outbox = mark(queue([], 'a', hello), 'a', { state: 'failed', code: 'storage-busy' });
  expect(unsent(outbox)).toEqual([]);
  expect(ids(unsent(mark(outbox, 'a', { state: 'pending' })))).toEqual(['a']);
  expect(discard(outbox, 'a')).toEqual([]);
});

test('what is stored is neither sent again nor kept', () => {
  const outbox = mark(queue([], 'a', hello), 'a', { state: 'stored' });
  expect(unsent(outbox)).toEqual([]);
  expect(keep(outbox)).toBeNull();
});

test('what has arrived in the log leaves the outbox, even when its acknowledgement was lost', () => {
  const outbox = queue(queue([], 'a', hello), 'b', hello);
  expect(ids(settle(outbox, [reply(1, 0, 'a')]))).toEqual(['b']);
});

test.each([null, '', '{', '[{"id":"a"}]', '{"a":1}'])('what cannot be read is nothing: %s', (kept) => {
  expect(recall(kept)).toEqual([]);
});
