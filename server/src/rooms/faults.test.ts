import { expect, onTestFinished, test } from 'vitest';
import { Rehearsals } from '../storage/rehearsals';
import { fillDisk } from '../testing/full-disk';
import { lockDatabase } from '../testing/lock-database';
import { seat, waitForEnd } from '../testing/played';
import { startServer, type TestServer } from '../testing/test-server';
import { codeIn } from '../testing/test-visitor';

function lock(server: TestServer): () => void {
  const release = lockDatabase(server);
  onTestFinished(release);
  return release;
}

async function fill(server: TestServer): Promise<() => void> {
  const { id } = await seat(server);
  return fillDisk(server.storage.connection, id);
}

test.each([
  { fault: 'full disk', cause: fill, code: 'storage-full' },
  { fault: 'locked database', cause: async (server: TestServer) => lock(server), code: 'storage-busy' },
])('on a $fault nothing is acknowledged or shown, and a reply sent again is stored once', async (given) => {
  const server = await startServer();
  const { desk, id } = await seat(server);
  const relieve = await given.cause(server);
  const before = desk.pushed.length;
  expect(await desk.reply(id, '您好', 'again')).toEqual({ ok: false, code: given.code });
  expect(await desk.reply(id, '您好', 'again')).toEqual({ ok: false, code: given.code });
  expect(desk.pushed).toHaveLength(before);
  relieve();
  expect(await desk.reply(id, '您好', 'again')).toMatchObject({ ok: true });
  await desk.shown('again');
  expect(desk.pushed.filter(({ kind }) => kind === 'reply')).toHaveLength(1);
  const stored = await new Rehearsals(server.storage).entries(id);
  expect(stored.map(({ seq }) => seq)).toEqual(stored.map((_, index) => index + 1));
});

test('the customer goes on by itself when there is room again, and what it said keeps its time', async () => {
  const server = await startServer();
  const { desk } = await seat(server);
  const relieve = await fill(server);
  const before = desk.pushed.length;
  await server.clock.advance(90_000);
  expect(desk.pushed).toHaveLength(before);
  relieve();
  await server.clock.advance(2_000);
  const missed = await desk.until(({ pushed }) => pushed.length > before && pushed.slice(before));
  // It was due long before there was room to store it.
  expect(missed[0]?.at).toBeLessThan(60_000);
});

test('an end that cannot be stored is not shown, and comes with its score when there is room again', async () => {
  const server = await startServer();
  const seated = await seat(server);
  const relieve = await fill(server);
  await server.clock.advance(10 * 60_000);
  expect(seated.desk.pushed.some(({ kind }) => kind === 'ended')).toBe(false);
  relieve();
  await waitForEnd(server, seated);
  const row = await new Rehearsals(server.storage).find(seated.id);
  expect(row).toMatchObject({ status: 'over', score: expect.any(Number) });
});

test('the pages say what is wrong with the disk, not more', async () => {
  const server = await startServer();
  const { trainee } = await seat(server);
  await fill(server);
  const body = { script: 'shipping-time', persona: 'rational' };
  const start = () => trainee.send('POST', '/api/rehearsals', { body });
  let answer = await start();
  // A few more rows fit into the half-filled page of this table.
  for (let row = 0; row < 20 && answer.status === 200; row++) answer = await start();
  expect([answer.status, codeIn(answer)]).toEqual([507, 'storage-full']);
  expect(JSON.stringify(answer.body)).not.toMatch(/SQLITE|disk is full|stack/);
});
