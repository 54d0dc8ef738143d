import { seat } from '@kefu/server/testing/played';
import { TestDesk } from '@kefu/server/testing/test-desk';
import { startServer, type TestServer } from '@kefu/server/testing/test-server';
import { codeIn } from '@kefu/server/testing/test-visitor';
import { PROTOCOL_VERSION } from '@kefu/shared/protocol/socket';
import { expect, test } from 'vitest';
import WebSocket from 'ws';

test('who asks for more and more and never reads is cut off before it fills the memory, and others go on', async () => {
  const server = await startServer();
  const { trainee, desk, id } = await seat(server);
  // A log worth reading: a join brings some hundred thousand characters.
  for (let n = 0; n < 40; n++) await desk.reply(id, `${n}${'好'.repeat(1_990)}`);
  const deaf = new WebSocket(`${server.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
    headers: { cookie: trainee.cookie },
  });
  const closed = new Promise((resolve) => deaf.once('close', resolve));
  await new Promise((resolve) => deaf.once('message', resolve));
  deaf.send('40');
  await new Promise((resolve) => deaf.once('message', resolve));
  deaf.pause();
  const join = { type: 'join', version: PROTOCOL_VERSION, rehearsal: id, after: 0 };
  await server.clock.advance(60_000);
  for (let round = 0; round < 300 && (await cutCount(server)) === 0; round++) {
    deaf.send(`42${round}${JSON.stringify(['message', join])}`);
    await server.clock.advance(1_000);
  }
  expect(await cutCount(server)).toBe(1);
  // Only who reads can see that the end has come.
  deaf.resume();
  await closed;
  // Everybody else goes on.
  expect((await desk.join(id)).entries.length).toBeGreaterThan(40);
});

async function cutCount({ url }: TestServer): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  return Number(/^kefu_connections_cut (\d+)$/m.exec(metrics)?.[1]);
}

test('who floods over many connections is slowed down as one person, and others are not', async () => {
  const server = await startServer();
  const { trainee, desk, id } = await seat(server);
  const other = await seat(server);
  const desks = [desk, ...(await Promise.all([1, 2, 3, 4].map(() => server.desk(trainee))))];
  const acks = await Promise.all(
    desks.flatMap((one, n) => Array.from({ length: 35 }, (_, m) => one.reply(id, '在吗', `${n}-${m}`))),
  );
  const refused = acks.filter((ack) => !ack.ok && ack.code === 'too-fast');
  expect(refused.length).toBeGreaterThan(40);
  expect(refused.length).toBeLessThan(70);
  expect(await other.desk.reply(other.id, '您好')).toMatchObject({ ok: true });
  await server.clock.advance(10_000);
  expect(await desk.reply(id, '请稍等')).toMatchObject({ ok: true });
});

test('nobody holds more connections than they have windows', async () => {
  const server = await startServer();
  const { trainee, desk } = await seat(server);
  for (let n = 0; n < 39; n++) await server.desk(trainee);
  const oneMore = new TestDesk(server.url, trainee.cookie);
  await expect(oneMore.connected()).rejects.toThrow('too-many-connections');
  const left = new Promise((resolve) => desk.socket.once('disconnect', resolve));
  desk.close();
  await left;
  await expect.poll(() => server.desk(trainee).then(() => 'in', String)).toBe('in');
  oneMore.close();
});

test('who asks the pages without end is slowed down, alone', async () => {
  const server = await startServer();
  const { trainee } = await seat(server);
  const other = server.visitor();
  await other.comeAsGuest();
  const codes: (string | undefined)[] = [];
  while (codes.length < 400 && !codes.includes('too-fast'))
    codes.push(codeIn(await trainee.send('GET', '/api/rehearsals')));
  expect(codes.at(-1)).toBe('too-fast');
  expect((await other.send('GET', '/api/rehearsals')).status).toBe(200);
  await server.clock.advance(60_000);
  expect((await trainee.send('GET', '/api/rehearsals')).status).toBe(200);
});

test('a request must be here within half a minute, its head and its body', async () => {
  const { app } = await startServer();
  expect(app.server.requestTimeout).toBe(30_000);
  expect(app.server.headersTimeout).toBeGreaterThan(0);
});
