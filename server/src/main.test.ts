import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { spawnServer } from './testing/server-process';
import { TestDesk } from './testing/test-desk';
import { temporaryFolder } from './testing/test-server';
import { TestVisitor } from './testing/test-visitor';

// Every test starts processes, the slowest part on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

const delay = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('a killed server loses nothing that it acknowledged, and its clock stands still while it is dead', async () => {
  const data = temporaryFolder();
  const first = spawnServer({ KEFU_DATA: data });
  const trainee = new TestVisitor(await first.url);
  await trainee.comeAsGuest();
  const id = await trainee.startRehearsal();
  const desk = new TestDesk(await first.url, trainee.cookie);
  await desk.connected();
  await desk.join(id);
  await desk.until(({ pushed }) => pushed.some(({ kind }) => kind === 'message'));
  const acks: number[] = [];
  let killed = false;
  // Replies one after the other, until the server dies in the middle of them.
  const talking = (async () => {
    for (let n = 0; !killed; n++) {
      const ack = await desk.reply(id, `第${n}句：请稍等`, `n${n}`).catch(() => undefined);
      if (ack?.ok && ack.seq) acks.push(ack.seq);
      await delay(20);
    }
  })();
  await delay(1_500);
  first.child.kill('SIGKILL');
  killed = true;
  await Promise.all([talking, first.exited]);
  const lastSeen = Math.max(...desk.pushed.map(({ at }) => at));
  await delay(4_000);

  const second = spawnServer({ KEFU_DATA: data });
  const url = await second.url;
  const back = new TestDesk(url, trainee.cookie);
  await back.connected();
  const joined = await back.join(id);
  const replies = joined.entries.filter(({ kind }) => kind === 'reply').map(({ seq }) => seq);
  expect(acks.length).toBeGreaterThan(5);
  expect(acks.filter((seq) => !replies.includes(seq))).toEqual([]);
  expect(joined.entries.map(({ seq }) => seq)).toEqual(joined.entries.map((_, index) => index + 1));
  // It may run a moment between the start and the joining, but none of the seconds in between count.
  expect(joined.now).toBeGreaterThanOrEqual(lastSeen);
  expect(joined.now).toBeLessThan(lastSeen + 3_500);
  expect(await back.reply(id, '我回来了，请继续')).toMatchObject({
    ok: true,
    seq: joined.entries.length + 1,
  });
  back.close();
  desk.close();
});

test('the server stops at once and in order when it is told to, with a desk open', async () => {
  const server = spawnServer({ KEFU_DATA: temporaryFolder() });
  const trainee = new TestVisitor(await server.url);
  await trainee.comeAsGuest();
  const id = await trainee.startRehearsal();
  const desk = new TestDesk(await server.url, trainee.cookie);
  await desk.connected();
  await desk.join(id);
  server.child.kill('SIGTERM');
  expect(await server.exited).toEqual({ code: 0, signal: null });
  await desk.until(({ socket }) => socket.disconnected);
});

test('the server names what is wrong with the content, with its place, and starts all the same', async () => {
  const scenarios = temporaryFolder();
  mkdirSync(join(scenarios, 'shops'));
  writeFileSync(join(scenarios, 'shops/broken.yaml'), 'id: broken\nversion: one\n');
  const server = spawnServer({ KEFU_DATA: temporaryFolder(), KEFU_SCENARIOS: scenarios });
  await server.url;
  expect(server.output()).toMatch(/shops\/broken\.yaml:2:10 /);
});

test('the server says that the port is taken, and which command helps', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void other.close());
  await new Promise((resolve) => other.once('listening', resolve));
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const server = spawnServer({ KEFU_DATA: temporaryFolder(), KEFU_PORT: String(port) });
  expect((await server.exited).code).toBe(1);
  expect(server.output()).toContain(`端口 ${port} 已被占用`);
  expect(server.output()).toContain(`KEFU_PORT=${port + 1} npm start`);
  expect(server.output()).not.toMatch(/\n\s+at /);
});

test('the server lists all that is wrong with its environment', async () => {
  const server = spawnServer({ KEFU_PORT: 'eighty', KEFU_GUESTS: 'maybe', KEFU_DATA: temporaryFolder() });
  expect((await server.exited).code).toBe(1);
  expect(server.output()).toContain('KEFU_PORT:');
  expect(server.output()).toContain('KEFU_GUESTS:');
});
