import { prepareTeaching, understand } from '@kefu/shared/understanding/understand';
import { expect, test } from 'vitest';
import { Archive } from '../content/archive';
import type { Pins } from '../content/pins';
import { seat } from '../testing/played';
import { startServer, type TestServer } from '../testing/test-server';

const REPLY = '非常抱歉，我马上给您补发，明天就到';
const HEARD = '东西还没到！';

const questionOf = (server: TestServer, pins: Pins, text = REPLY) => ({
  ...{ recogniser: server.recognisers.current, pins, text, heard: HEARD },
});

/** What a rehearsal of somebody runs on. */
async function pinned(server: TestServer): Promise<Pins> {
  const { id } = await seat(server, { script: 'shipping-time', persona: 'rational' });
  return server.storage.db.selectFrom('rehearsal').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

test('a reply is understood in the thread as it is here', async () => {
  const server = await startServer();
  const pins = await pinned(server);
  const question = questionOf(server, pins);
  const recogniser = await server.recognisers.load(question.recogniser);
  const { exercise } = await new Archive(server.storage.db).stage(pins);
  const teaching = prepareTeaching(recogniser, exercise.facts.teaching);
  const here = understand(recogniser, teaching, REPLY, HEARD);
  expect(here.acts.map(({ act }) => act)).toContain('apologise');
  expect(await server.hearing.understand(question)).toEqual(here);
});

test('what cannot be understood says why, and what is asked for next is answered', async () => {
  const server = await startServer();
  const pins = await pinned(server);
  const unknown = { ...questionOf(server, pins), recogniser: 'gone' };
  await expect(server.hearing.understand(unknown)).rejects.toThrow('the model gone is missing');
  expect((await server.hearing.understand(questionOf(server, pins))).acts).not.toEqual([]);
});

test('when the thread dies, what it was asked for fails, and a new one answers', async () => {
  const server = await startServer();
  const pins = await pinned(server);
  await server.hearing.understand(questionOf(server, pins));
  // It is busy with the first ones for longer than it takes to end it.
  const asked = Array.from({ length: 500 }, (_, n) =>
    server.hearing.understand(questionOf(server, pins, `${REPLY}${n}`)),
  );
  expect(server.hearing.waiting).toBe(500);
  const answers = Promise.allSettled(asked);
  await server.listener.stop();
  expect((await answers).at(-1)?.status).toBe('rejected');
  expect(server.hearing.waiting).toBe(0);
  expect((await server.hearing.understand(questionOf(server, pins))).acts).not.toEqual([]);
});

test('a reply that was acknowledged is understood and answered after the death of the thread', async () => {
  const server = await startServer();
  const { desk, id } = await seat(server);
  // It starts anew with the reply, which takes longer than an acknowledgement.
  await server.listener.stop();
  expect(await desk.reply(id, REPLY, 'survives')).toMatchObject({ ok: true });
  await server.listener.stop();
  const said = desk.pushed.length;
  while (!desk.pushed.some((entry) => 'id' in entry && entry.id === 'survives')) {
    await server.clock.advance(1_000);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(desk.pushed.length).toBeGreaterThan(said);
  await server.clock.advance(20_000);
  await desk.until(({ pushed }) => pushed.slice(said).some(({ kind }) => kind === 'message'));
});
