import { ReportSchema } from '@kefu/shared/protocol/report';
import { ROUTES } from '@kefu/shared/protocol/routes';
import { expect, test } from 'vitest';
import { buildApp } from '../app';
import { ConfigError } from '../config';
import { ManualClock } from '../testing/manual-clock';
import { seat } from '../testing/played';
import { startServer, type TestServer, temporaryFolder } from '../testing/test-server';
import { bodyAs, codeIn, type TestVisitor } from '../testing/test-visitor';

/** Another run of the server on the same data; its computer has been on for another time. */
async function restart(server: TestServer): Promise<TestServer> {
  await server.stop();
  const clock = new ManualClock();
  await clock.leap(1_000_000);
  return startServer({ KEFU_DATA: server.config.data }, clock);
}

/** The same browser at the new address. */
function sameBrowser(server: TestServer, { cookie, csrf }: TestVisitor): TestVisitor {
  return Object.assign(server.visitor(), { cookie, csrf });
}

test('a rehearsal goes on after a restart where it stood; the time in between does not count', async () => {
  const before = await startServer();
  const { trainee, desk, id } = await seat(before);
  await desk.reply(id, '您好，我帮您看一下', 'before');
  await desk.shown('before');
  const seen = desk.pushed.at(-1)?.seq ?? 0;
  const after = await restart(before);
  const back = await after.desk(sameBrowser(after, trainee));
  const joined = await back.join(id, seen);
  expect(joined).toMatchObject({ kind: 'gap', now: 10_000, entries: [], over: false });
  expect(await back.reply(id, '您好，我帮您看一下', 'before')).toMatchObject({ ok: true, seq: seen });
  expect(await back.reply(id, '请问您什么时候急用呢')).toMatchObject({ ok: true, seq: seen + 1 });
});

test('the customer goes on waiting, nudging and leaving after a restart although nobody comes back', async () => {
  const before = await startServer();
  const { trainee, id } = await seat(before);
  const after = await restart(before);
  await after.clock.advance(10 * 60_000);
  const report = bodyAs(
    ReportSchema,
    await sameBrowser(after, trainee).send('GET', ROUTES.report.replace(':id', id)),
  );
  expect(report.log.filter(({ kind }) => kind === 'message').length).toBeGreaterThan(3);
  expect(report.log.at(-1)?.kind).toBe('ended');
});

test('a restart changes nothing of what the customer says and when', async () => {
  const [played, interrupted] = [await startServer(), await startServer()];
  const logOf = async (visitor: TestVisitor, id: string) =>
    bodyAs(ReportSchema, await visitor.send('GET', ROUTES.report.replace(':id', id))).log;
  const one = await seat(played, { seed: 5 });
  await played.clock.advance(10 * 60_000);
  const two = await seat(interrupted, { seed: 5 });
  let server = interrupted;
  for (let run = 0; run < 3; run++) {
    await server.clock.advance(20_000);
    server = await restart(server);
  }
  await server.clock.advance(10 * 60_000);
  expect(await logOf(sameBrowser(server, two.trainee), two.id)).toEqual(await logOf(one.trainee, one.id));
});

test('a rehearsal that was begun with another recogniser is abandoned, and says so', async () => {
  const before = await startServer();
  const { trainee, id } = await seat(before);
  await before.storage.db.updateTable('rehearsal').set({ recogniser_hash: 'of another version' }).execute();
  const after = await restart(before);
  const back = await after.desk(sameBrowser(after, trainee));
  expect(await back.join(id)).toMatchObject({ over: true });
  expect(await back.reply(id, '您好')).toEqual({ ok: false, code: 'rehearsal-abandoned' });
});

test('a log that this version would not have written is not continued', async () => {
  const before = await startServer();
  const { trainee, id } = await seat(before);
  const { db } = before.storage;
  const entry = await db.selectFrom('entry').select('json').where('seq', '=', 2).executeTakeFirstOrThrow();
  const json = entry.json.replace(/"text":"[^"]*"/, '"text":"别的话"');
  await db.updateTable('entry').set({ json }).where('seq', '=', 2).execute();
  const after = await restart(before);
  const back = await after.desk(sameBrowser(after, trainee));
  expect(await back.reply(id, '您好')).toEqual({ ok: false, code: 'rehearsal-abandoned' });
});

test('the clock of a rehearsal is at most two seconds behind when the server is gone without a word', async () => {
  const server = await startServer();
  const { trainee, desk, id } = await seat(server);
  await server.clock.advance(5_500);
  // A copy of the files of a server that is still running: what a power cut leaves.
  const data = temporaryFolder();
  server.storage.connection.exec(`vacuum into '${data}/kefu.db'`);
  const after = await startServer({ KEFU_DATA: data });
  const { now } = await (await after.desk(sameBrowser(after, trainee))).join(id);
  expect(now).toBeLessThanOrEqual(15_500);
  expect(now).toBeGreaterThanOrEqual(13_500);
  desk.close();
});

test('a rehearsal to which nobody came back for a week is abandoned, also an untimed one', async () => {
  const server = await startServer();
  const { trainee, desk, id } = await seat(server, { pace: 0 });
  await server.clock.leap(6 * 86_400_000);
  expect(await desk.reply(id, '不好意思久等了')).toMatchObject({ ok: true });
  await server.clock.leap(86_400_000);
  expect(await desk.reply(id, '您好')).toEqual({ ok: false, code: 'rehearsal-abandoned' });
  const report = await trainee.send('GET', ROUTES.report.replace(':id', id));
  expect(codeIn(report)).toBe('rehearsal-abandoned');
});

test('two servers cannot use one data folder at the same time', async () => {
  const server = await startServer();
  await expect(buildApp(server.config)).rejects.toThrow(ConfigError);
});
