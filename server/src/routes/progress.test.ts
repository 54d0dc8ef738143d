import { JournalSchema, OwnProgressSchema } from '@kefu/shared/protocol/journal';
import { ROUTES } from '@kefu/shared/protocol/routes';
import { expect, test } from 'vitest';
import { seat, waitForEnd } from '../testing/played';
import { everybody, startServer } from '../testing/test-server';
import { bodyAs, codeIn } from '../testing/test-visitor';

test('progress is made of the own finished rehearsals, and a note of the desk stands in the own log', async () => {
  const server = await startServer();
  const seated = await seat(server);
  const { trainee, desk, id } = seated;
  const progress = async () => bodyAs(OwnProgressSchema, await trainee.send('GET', ROUTES.progress));
  expect((await progress()).rehearsals).toEqual([]);

  await desk.act(id, { do: 'note', with: { text: '客户周五要出差，承诺前先看订单' } });
  await waitForEnd(server, seated);
  await expect.poll(async () => (await progress()).rehearsals.length).toBe(1);
  const { rehearsals, courses, dimensions, weaknesses } = await progress();
  expect(rehearsals).toMatchObject([{ id, status: 'over' }]);
  expect(courses.map((course) => course.id)).toEqual([id]);
  expect(dimensions.length).toBeGreaterThan(2);
  // Whoever says nothing is weak in something, and the library has something against it.
  expect(weaknesses.flatMap(({ exercises }) => exercises).length).toBeGreaterThan(0);

  const { entries } = bodyAs(JournalSchema, await trainee.send('GET', ROUTES.journal));
  expect(entries).toMatchObject([
    { from: 'desk', text: '客户周五要出差，承诺前先看订单', rehearsal: { id, over: true } },
  ]);
  const stranger = server.visitor();
  await stranger.comeAsGuest();
  expect(bodyAs(OwnProgressSchema, await stranger.send('GET', ROUTES.progress)).rehearsals).toEqual([]);
});

test('the own log is written, changed and removed by its owner only', async () => {
  const server = await startServer();
  const { trainee, coach } = await everybody(server);
  const written = await trainee.send('POST', ROUTES.journal, { body: { text: '先处理心情' } });
  const [entry] = bodyAs(JournalSchema, written).entries;
  const path = ROUTES.journalEntry.replace(':id', entry?.id ?? '');
  const body = { text: '先处理心情，再处理事情' };
  expect(codeIn(await coach.send('PATCH', path, { body }))).toBe('not-found');
  expect(codeIn(await coach.send('DELETE', path))).toBe('not-found');
  expect(bodyAs(JournalSchema, await coach.send('GET', ROUTES.journal)).entries).toEqual([]);
  expect(bodyAs(JournalSchema, await trainee.send('PATCH', path, { body })).entries).toMatchObject([body]);
  expect(bodyAs(JournalSchema, await trainee.send('DELETE', path)).entries).toEqual([]);
});
