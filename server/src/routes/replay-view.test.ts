import { ReplaySchema } from '@kefu/shared/protocol/replay';
import { ErrorReplySchema } from '@kefu/shared/protocol/rest';
import { ROUTES } from '@kefu/shared/protocol/routes';
import { expect, test } from 'vitest';
import { seat, waitForEnd } from '../testing/played';
import { everybody, startServer } from '../testing/test-server';
import { bodyAs } from '../testing/test-visitor';

const at = (id: string) => ROUTES.replay.replace(':id', id);

test('a finished exam is replayed by its trainee and by those who watch over trainees, and by no other trainee', async () => {
  const server = await startServer();
  const people = await everybody(server);
  const seated = await seat(server, { mode: 'exam' });
  await seated.desk.reply(seated.id, '非常抱歉让您久等了');
  await waitForEnd(server, seated);

  const answers = await Promise.all(
    Object.entries(people).map(async ([who, visitor]) => [
      who,
      (await visitor.send('GET', at(seated.id))).status,
    ]),
  );
  expect(Object.fromEntries(answers)).toEqual({
    nobody: 401,
    guest: 404,
    trainee: 404,
    trainer: 200,
    coach: 200,
    admin: 200,
  });
  const own = bodyAs(ReplaySchema, await seated.trainee.send('GET', at(seated.id)));
  // The desk of an exam showed no mood, so its replay shows none there; what went on inside is told all the same.
  expect(own.desk.mood).toBeNull();
  expect(own.views.filter(({ kind }) => kind === 'mood')).toEqual([]);
  expect(own.insights.flatMap(({ moves }) => moves).length).toBeGreaterThan(0);
  expect(own.reads).toHaveLength(1);
});

test('a rehearsal that still runs has no replay, not even for a coach', async () => {
  const server = await startServer();
  const { coach } = await everybody(server);
  const { trainee, id } = await seat(server);
  for (const visitor of [trainee, coach]) {
    const answer = await visitor.send('GET', at(id));
    expect(answer.status).toBe(409);
    expect(bodyAs(ErrorReplySchema, answer).code).toBe('still-running');
  }
});
