import { Rehearsals } from '@kefu/server/storage/rehearsals';
import { seat } from '@kefu/server/testing/played';
import { startServer } from '@kefu/server/testing/test-server';
import { PROTOCOL_VERSION } from '@kefu/shared/protocol/socket';
import { isInput } from '@kefu/shared/rehearsal/entry';
import { expect, test } from 'vitest';

test('messages that come in another order, and some of them again, are stored once each as they came', async () => {
  const server = await startServer();
  const { desk, id } = await seat(server);
  const order = ['n3', 'n1', 'n3', 'n2', 'n1', 'n4', 'n2'];
  const acks = await Promise.all(order.map((one) => desk.reply(id, `第${one}句`, one)));
  await desk.shown('n4');
  const stored = (await new Rehearsals(server.storage).entries(id)).filter(isInput);
  expect(stored.map((entry) => entry.id)).toEqual(['n3', 'n1', 'n2', 'n4']);
  const seqs = new Map(stored.map((entry) => [entry.id, entry.seq]));
  expect(acks).toEqual(order.map((one) => ({ ok: true, seq: seqs.get(one) })));
});

test('the same id over two connections at the same moment is one reply, whichever came first', async () => {
  const server = await startServer();
  const { trainee, desk, id } = await seat(server);
  const other = await server.desk(trainee);
  const [one, two] = await Promise.all([desk.reply(id, '您好', 'once'), other.reply(id, '您好', 'once')]);
  expect(one).toEqual(two);
  await desk.shown('once');
  const stored = (await new Rehearsals(server.storage).entries(id)).filter(isInput);
  expect(stored.map((entry) => entry.id)).toEqual(['once']);
});

test('a reply before any join begins the rehearsal, and a join again and again begins it once', async () => {
  const server = await startServer();
  const trainee = server.visitor();
  await trainee.comeAsGuest();
  const id = await trainee.startRehearsal();
  const desk = await server.desk(trainee);
  const join = { type: 'join', version: PROTOCOL_VERSION, rehearsal: id, after: 0 };
  const acks = await Promise.all([desk.reply(id, '您好', 'early'), desk.send(join), desk.send(join)]);
  expect(acks.map(({ ok }) => ok)).toEqual([true, true, true]);
  // Whoever joins after the acknowledgement finds the reply.
  await desk.join(id);
  const log = await new Rehearsals(server.storage).entries(id);
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
  expect(log.filter(isInput)).toHaveLength(1);
});
