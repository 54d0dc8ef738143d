import { expect, test } from 'vitest';
import { seat, waitForEnd } from '../testing/played';
import { startServer } from '../testing/test-server';

test('a reply that is sent again gets the same acknowledgement and is stored once', async () => {
  const server = await startServer();
  const { desk, id } = await seat(server);
  const first = await desk.reply(id, '您好，我马上帮您查', 'same-id');
  await server.clock.advance(3_000);
  const again = await desk.reply(id, '您好，我马上帮您查', 'same-id');
  expect(again).toEqual(first);
  const entries = await server.storage.db.selectFrom('entry').select('json').execute();
  expect(entries.filter(({ json }) => json.includes('same-id'))).toHaveLength(1);
});

test('two copies of a reply at the same moment are one', async () => {
  const server = await startServer();
  const { desk, id } = await seat(server);
  const [one, two] = await Promise.all([desk.reply(id, '您好', 'twice'), desk.reply(id, '您好', 'twice')]);
  expect(one).toEqual(two);
  await desk.shown('twice');
  expect(desk.pushed.filter(({ kind }) => kind === 'reply')).toHaveLength(1);
});

test('an action is stored once as well', async () => {
  const server = await startServer();
  const { desk, id } = await seat(server);
  const first = await desk.act(id, { do: 'look-up-order' }, 'look');
  expect(await desk.act(id, { do: 'look-up-order' }, 'look')).toEqual(first);
  await desk.shown('look');
  expect(desk.pushed.filter(({ kind }) => kind === 'action')).toHaveLength(1);
});

test('what was stored before the end is acknowledged again after it', async () => {
  const server = await startServer();
  const seated = await seat(server);
  const { desk, id } = seated;
  const first = await desk.reply(id, '您好', 'before-the-end');
  await waitForEnd(server, seated);
  expect(await desk.reply(id, '您好', 'before-the-end')).toEqual(first);
  expect(await desk.reply(id, '还在吗', 'after-the-end')).toEqual({ ok: false, code: 'rehearsal-over' });
});

test('who comes back gets exactly what they lack', async () => {
  const server = await startServer();
  const { trainee, desk, id } = await seat(server);
  const last = desk.pushed.at(-1)?.seq ?? 0;
  desk.close();
  await server.clock.advance(60_000);
  const back = await server.desk(trainee);
  const joined = await back.join(id, last);
  expect(joined.kind).toBe('gap');
  expect(joined.entries[0]?.seq).toBe(last + 1);
  expect(joined.entries.length).toBeGreaterThan(0);
  expect(joined.now).toBe(70_000);
});

test('a client that knows more than there is must start over', async () => {
  const server = await startServer();
  const { trainee, id } = await seat(server);
  const back = await server.desk(trainee);
  const joined = await back.join(id, 9_999);
  expect(joined.kind).toBe('resync');
  expect(joined.entries[0]?.seq).toBe(1);
});

test('who comes back while the customer is typing sees it typing', async () => {
  const server = await startServer();
  const trainee = server.visitor();
  await trainee.comeAsGuest();
  const id = await trainee.startRehearsal();
  await (await server.desk(trainee)).join(id);
  await server.clock.advance(500);
  const back = await server.desk(trainee);
  await back.join(id);
  await back.until(({ messages }) => messages.some(({ type }) => type === 'typing'));
});

test('a finished rehearsal can still be joined and read', async () => {
  const server = await startServer();
  const seated = await seat(server);
  await waitForEnd(server, seated);
  const back = await server.desk(seated.trainee);
  const joined = await back.join(seated.id);
  expect(joined).toMatchObject({ over: true });
  expect(joined.entries.at(-1)).toMatchObject({ kind: 'ended', at: joined.now });
});
