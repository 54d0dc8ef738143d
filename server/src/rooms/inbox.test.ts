import { ReportSchema } from '@kefu/shared/protocol/report';
import { ROUTES } from '@kefu/shared/protocol/routes';
import { seededIndex } from '@kefu/shared/rehearsal/random';
import { expect, test } from 'vitest';
import { Inbox } from '../storage/inbox';
import { fillLog } from '../testing/full-disk';
import { ManualClock } from '../testing/manual-clock';
import { type Seated, seat, waitForEnd } from '../testing/played';
import { startServer, type TestServer } from '../testing/test-server';
import { bodyAs } from '../testing/test-visitor';

const REPLIES = ['您好，我是客服小满', '非常抱歉让您久等了', '我马上帮您查', '明天下午就能发出', '爱买不买'];

/** The log takes nothing any more: what comes in is acknowledged and waits for its turn. The result makes room again. */
async function holdUp(server: TestServer): Promise<() => void> {
  const somebody = server.visitor();
  await somebody.comeAsGuest();
  return fillLog(server.storage.connection, await somebody.startRehearsal());
}

const reportOf = async (server: TestServer, { trainee, id }: Pick<Seated, 'trainee' | 'id'>) => {
  const visitor = Object.assign(server.visitor(), { cookie: trainee.cookie, csrf: trainee.csrf });
  return bodyAs(ReportSchema, await visitor.send('GET', ROUTES.report.replace(':id', id)));
};

type Around = (server: TestServer, id: string, say: () => Promise<void>) => Promise<void>;

/** A talk of four replies after pauses that a seed draws; `around` says what happens to the server meanwhile. */
async function talk(seed: number, around: Around) {
  const server = await startServer();
  const seated = await seat(server, { seed });
  const { desk, id } = seated;
  for (let n = 0; n < 4; n++) {
    await server.clock.advance(seededIndex(seed, `pause ${n}`, 9_000));
    const text = REPLIES[seededIndex(seed, `reply ${n}`, REPLIES.length)] ?? '';
    await around(server, id, async () => {
      expect(await desk.reply(id, text, `r${n}`)).toMatchObject({ ok: true });
    });
    await desk.shown(`r${n}`);
  }
  await waitForEnd(server, seated);
  const { log, scorecard } = await reportOf(server, seated);
  return { log, scorecard };
}

test.each([1, 2, 3])(
  'a reply that is understood late is logged, answered and scored as one that is understood at once (seed %s)',
  async (seed) => {
    const atOnce = await talk(seed, async (server, _, say) => {
      await say();
      await server.clock.advance(4_000);
    });
    const late = await talk(seed, async (server, id, say) => {
      const relieve = await holdUp(server);
      await say();
      await server.clock.advance(1_800);
      expect(new Inbox(server.storage).find(id)).toBeDefined();
      relieve();
      await server.clock.advance(2_200);
    });
    expect(late).toEqual(atOnce);
  },
);

test('a reply that was acknowledged and not yet understood when the server died is taken by the next one, at its time', async () => {
  const [steady, killed] = [await startServer(), await startServer()];
  const [one, two] = [await seat(steady, { seed: 5 }), await seat(killed, { seed: 5 })];
  await holdUp(killed);
  const said = ['您好，我帮您看一下', 'late'] as const;
  const acknowledged = await one.desk.reply(one.id, ...said);
  expect(await two.desk.reply(two.id, ...said)).toEqual(acknowledged);
  await killed.stop();

  const next = await startServer({ KEFU_DATA: killed.config.data }, new ManualClock());
  const visitor = Object.assign(next.visitor(), { cookie: two.trainee.cookie, csrf: two.trainee.csrf });
  const back = await next.desk(visitor);
  const { entries } = await back.join(two.id);
  expect(entries).toContainEqual(expect.objectContaining({ kind: 'reply', id: 'late' }));
  expect(await back.reply(two.id, ...said)).toEqual(acknowledged);
  await waitForEnd(steady, one);
  await waitForEnd(next, { desk: back });
  expect(await reportOf(next, two)).toMatchObject({
    log: (await reportOf(steady, one)).log,
    scorecard: (await reportOf(steady, one)).scorecard,
  });
});

test('while a reply waits for its turn the next one is not promised, and is stored once when there is room again', async () => {
  const server = await startServer();
  const { desk, id } = await seat(server);
  const relieve = await holdUp(server);
  const inbox = new Inbox(server.storage);
  expect(await desk.reply(id, '您好', 'first')).toMatchObject({ ok: true });
  expect(inbox.find(id)).toMatchObject({ type: 'reply', id: 'first', text: '您好' });
  // The same again is acknowledged again.
  expect(await desk.reply(id, '您好', 'first')).toMatchObject({ ok: true });
  expect(await desk.act(id, { do: 'look-up-order' }, 'second')).toEqual({ ok: false, code: 'storage-full' });
  relieve();
  expect(await desk.act(id, { do: 'look-up-order' }, 'second')).toMatchObject({ ok: true });
  await desk.shown('second');
  expect(inbox.find(id)).toBeUndefined();
  const inputs = desk.pushed.flatMap((entry) => ('id' in entry ? [entry.id] : []));
  expect(inputs).toEqual(['first', 'second']);
});
