import { LibrarySchema, RehearsalsSchema } from '@kefu/shared/protocol/rest';
import { ROUTES } from '@kefu/shared/protocol/routes';
import { expect, test } from 'vitest';
import { waitForEnd } from '../testing/played';
import { everybody, startServer, type TestServer } from '../testing/test-server';
import { bodyAs, codeIn, type TestVisitor } from '../testing/test-visitor';

const EXAM = { script: 'shipping-time', persona: 'rational', mode: 'exam' };

const start = (visitor: TestVisitor, choice: object = {}) =>
  visitor.send('POST', ROUTES.rehearsals, { body: { ...EXAM, ...choice } });

const retake = (visitor: TestVisitor, id: string) => visitor.send('POST', ROUTES.retake.replace(':id', id));

/** The trainee takes the exam and says nothing until the customer has gone. Returns its id. */
async function sit(server: TestServer, trainee: TestVisitor): Promise<string> {
  const id = await trainee.startRehearsal(EXAM);
  const desk = await server.desk(trainee);
  await desk.join(id);
  await waitForEnd(server, { desk });
  return id;
}

test('of twenty starts of one exam at the same moment a single one begins', async () => {
  const server = await startServer();
  const { trainee } = await everybody(server);
  const answers = await Promise.all(Array.from({ length: 20 }, () => start(trainee)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(new Set(answers.filter(({ status }) => status !== 200).map(codeIn))).toEqual(
    new Set(['exam-taken']),
  );
  const { rehearsals } = bodyAs(RehearsalsSchema, await trainee.send('GET', ROUTES.rehearsals));
  expect(rehearsals.map(({ exam }) => exam)).toEqual(['counts']);
  // Two customers are two exams, and both may be begun at once.
  const others = await Promise.all(['emotional', 'doubtful'].map((persona) => start(trainee, { persona })));
  expect(others.map(({ status }) => status)).toEqual([200, 200]);
});

test('a coach lets a trainee take an exam again, once, and the first result stays to be seen', async () => {
  const server = await startServer();
  const { trainee, coach } = await everybody(server);
  const id = await sit(server, trainee);
  await expect
    .poll(async () => {
      const { rehearsals } = bodyAs(RehearsalsSchema, await coach.send('GET', ROUTES.rehearsals));
      return rehearsals[0]?.status;
    })
    .toBe('over');
  expect(codeIn(await start(trainee))).toBe('exam-taken');

  // Two clicks of the same moment grant one.
  const granted = await Promise.all([retake(coach, id), retake(coach, id)]);
  expect(granted.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect(codeIn(await retake(coach, id))).toBe('no-retake');
  const { exercises } = bodyAs(LibrarySchema, await trainee.send('GET', ROUTES.library));
  expect(exercises.find(({ script }) => script === EXAM.script)?.exams).toEqual({});

  const again = await Promise.all([start(trainee), start(trainee)]);
  expect(again.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  const { rehearsals } = bodyAs(RehearsalsSchema, await trainee.send('GET', ROUTES.rehearsals));
  expect(rehearsals.map(({ exam }) => exam).toSorted()).toEqual(['counts', 'retake-granted']);
  expect((await trainee.send('GET', ROUTES.report.replace(':id', id))).status).toBe(200);
});

test('only coaches and administrators grant a retake, of an exam that is over, and not their own', async () => {
  const server = await startServer();
  const { trainee, trainer, coach, admin } = await everybody(server);
  const id = await trainee.startRehearsal(EXAM);
  expect(codeIn(await retake(coach, id))).toBe('no-retake');
  const guest = server.visitor();
  await guest.comeAsGuest();
  for (const visitor of [guest, trainee, trainer]) {
    expect(codeIn(await retake(visitor, id))).toBe('not-allowed');
  }
  expect(codeIn(await retake(server.visitor(), id))).toBe('not-signed-in');
  expect(codeIn(await retake(admin, 'no-such-rehearsal'))).toBe('unknown-rehearsal');
  const own = await coach.startRehearsal(EXAM);
  expect(codeIn(await retake(coach, own))).toBe('not-allowed');
  const practice = await trainee.startRehearsal({ persona: 'doubtful' });
  expect(codeIn(await retake(admin, practice))).toBe('no-retake');

  const desk = await server.desk(trainee);
  await desk.join(id);
  await waitForEnd(server, { desk });
  await expect.poll(async () => (await retake(admin, id)).status).toBe(200);
});

test('a coach who takes an exam may take it as often as they like', async () => {
  const server = await startServer();
  const { coach } = await everybody(server);
  const answers = await Promise.all([start(coach), start(coach)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  const { rehearsals } = bodyAs(RehearsalsSchema, await coach.send('GET', ROUTES.rehearsals));
  expect(rehearsals.map(({ exam }) => exam)).toEqual([null, null]);
});
