import { MAX_REPLY_LENGTH, PROTOCOL_VERSION } from '@kefu/shared/protocol/socket';
import { expect, test } from 'vitest';
import { seat } from '../testing/played';
import { TestDesk } from '../testing/test-desk';
import { startServer } from '../testing/test-server';

const refused = (code: string) => ({ ok: false, code });

test('what is no message is refused with a code, whatever it is', async () => {
  const server = await startServer();
  const { desk, id } = await seat(server);
  const malformed = [
    ...[null, 7, 'join', [], {}, { type: 7 }],
    { type: 'reply', rehearsal: id, id: 'x' },
    { type: 'reply', rehearsal: id, id: 'no spaces, please', text: '您好' },
    { type: 'reply', rehearsal: id, id: 'x', text: '您好', at: 0 },
    { type: 'reply', rehearsal: id, id: 'x', text: Buffer.from('您好') },
    { type: 'act', rehearsal: id, id: 'x', action: { do: 'refund', with: { amount: -5 } } },
    { type: 'join', version: PROTOCOL_VERSION, rehearsal: id, after: -1 },
  ];
  for (const message of malformed) expect(await desk.send(message)).toEqual(refused('bad-message'));
  expect(await desk.send({ type: 'leave', rehearsal: id })).toEqual(refused('unknown-event'));
  expect(await desk.reply(id, '您好')).toMatchObject({ ok: true });
});

test('an event that the protocol does not have is refused', async () => {
  const server = await startServer();
  const { desk } = await seat(server);
  const answer = new Promise((resolve) => {
    // The client's types know no such event, as another client might not know ours.
    Reflect.apply(desk.socket.emit, desk.socket, ['shout', 'hello', resolve]);
  });
  expect(await answer).toEqual(refused('unknown-event'));
});

test('a page of another version is told so, even if its messages have another form', async () => {
  const server = await startServer();
  const { desk, id } = await seat(server);
  const join = { type: 'join', version: PROTOCOL_VERSION + 1, rehearsal: id, after: 0, more: true };
  expect(await desk.send(join)).toEqual(refused('old-protocol'));
});

test('an empty reply is refused, also one of invisible characters', async () => {
  const server = await startServer();
  const { desk, id } = await seat(server);
  for (const text of ['', '   ', '\n\t', '\u200b\u200b', '\u3000']) {
    expect(await desk.reply(id, text)).toEqual(refused('empty-reply'));
  }
});

test('replies up to the limit are taken, longer ones are refused and the connection stays', async () => {
  const server = await startServer();
  const { desk, id } = await seat(server);
  expect(await desk.reply(id, '好'.repeat(MAX_REPLY_LENGTH))).toMatchObject({ ok: true });
  expect(await desk.reply(id, '好'.repeat(MAX_REPLY_LENGTH + 1))).toEqual(refused('too-large'));
  expect(await desk.reply(id, '好'.repeat(10_000))).toEqual(refused('too-large'));
  expect(await desk.reply(id, '😀'.repeat(10_000))).toEqual(refused('too-large'));
  expect(desk.socket.connected).toBe(true);
});

test('a message beyond all measure ends the connection', async () => {
  const server = await startServer();
  const { desk, id } = await seat(server);
  desk.socket.emit('message', { type: 'reply', rehearsal: id, id: 'x', text: '好'.repeat(100_000) });
  await desk.until(({ socket }) => socket.disconnected);
});

test('any text comes back to the character: emoji, quotes, nulls, other scripts', async () => {
  const server = await startServer();
  const { desk, id } = await seat(server);
  const texts = [
    '亲~😊👨‍👩‍👧‍👦',
    `"'; drop table entry; --`,
    'a\u0000b',
    '<script>alert(1)</script>',
    'مرحبا 안녕',
    '繁體字',
  ];
  for (const [index, text] of texts.entries()) await desk.reply(id, text, `t${index}`);
  await desk.shown('t5');
  const said = desk.pushed.flatMap((entry) => (entry.kind === 'reply' ? [entry.text] : []));
  expect(said).toEqual(texts);
});

test('who sends faster than anybody writes is slowed down, and may go on later', async () => {
  const server = await startServer();
  const { desk, id } = await seat(server);
  const acks = await Promise.all(Array.from({ length: 60 }, (_, n) => desk.reply(id, `第${n}句`)));
  expect(acks.filter((ack) => !ack.ok && ack.code === 'too-fast').length).toBeGreaterThan(10);
  await server.clock.advance(10_000);
  expect(await desk.reply(id, '请稍等')).toMatchObject({ ok: true });
});

test('a message without a wish for an acknowledgement is taken all the same', async () => {
  const server = await startServer();
  const { desk, id } = await seat(server);
  desk.socket.emit('message', { type: 'reply', rehearsal: id, id: 'quiet', text: '您好' });
  await desk.shown('quiet');
});

test('a connection without a session, or from a page of another site, is not let in', async () => {
  const server = await startServer();
  const nobody = new TestDesk(server.url, '');
  await expect(nobody.connected()).rejects.toThrow('not-signed-in');
  const trainee = server.visitor();
  await trainee.comeAsGuest();
  const foreign = new TestDesk(server.url, trainee.cookie, { origin: 'https://evil.example' });
  await expect(foreign.connected()).rejects.toThrow();
  const own = new TestDesk(server.url, trainee.cookie, { origin: server.url });
  await own.connected();
  for (const desk of [nobody, foreign, own]) desk.close();
});
