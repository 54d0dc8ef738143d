import { type Role, RoleSchema } from '@kefu/shared/protocol/rest';
import { ROUTES } from '@kefu/shared/protocol/routes';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { everybody, startServer } from '../testing/test-server';

type Expected = Readonly<Record<'nobody' | Role, number>>;

const everyone = (status: number): Expected => ({
  ...{ nobody: status, guest: status, trainee: status, trainer: status, coach: status, admin: status },
});
const signedIn = (status: number): Expected => ({ ...everyone(status), nobody: 401 });
const withAccount = (status: number): Expected => ({ ...signedIn(status), guest: 403 });
const onlyAdmin = (status: number): Expected => ({ ...everyone(403), nobody: 401, admin: status });
const onlyTrainers = (status: number): Expected => ({ ...onlyAdmin(status), trainer: status });
const onlyLeaders = (status: number): Expected => ({ ...onlyTrainers(status), coach: status });
/** What belongs to somebody else does not exist for trainees and guests. */
const observers = (status: number): Expected => ({ ...signedIn(status), guest: 404, trainee: 404 });

const MATRIX: readonly [method: string, route: string, expected: Expected, body?: unknown][] = [
  ['GET', ROUTES.session, everyone(200)],
  ['POST', ROUTES.setup, everyone(409), { name: '又一位', password: 'longenough' }],
  ['POST', ROUTES.signIn, everyone(401), { name: 'stranger', password: 'longenough' }],
  ['POST', ROUTES.password, withAccount(401), { old: 'wrong', password: 'longenough' }],
  ['GET', ROUTES.users, onlyAdmin(200)],
  ['POST', ROUTES.users, onlyAdmin(409), { name: 'coach', password: 'longenough', role: 'coach' }],
  ['PATCH', ROUTES.user, onlyAdmin(404), {}],
  ['DELETE', ROUTES.user, onlyAdmin(404)],
  ['GET', ROUTES.userData, onlyAdmin(404)],
  ['GET', ROUTES.ownData, signedIn(200)],
  ['GET', ROUTES.groups, onlyLeaders(200)],
  ['POST', ROUTES.groups, onlyLeaders(400), { name: '' }],
  ['PATCH', ROUTES.group, onlyLeaders(404), { name: '晚班' }],
  ['DELETE', ROUTES.group, onlyLeaders(404)],
  ['POST', ROUTES.groupInvite, onlyLeaders(404)],
  ['DELETE', ROUTES.groupInvite, onlyLeaders(404)],
  ['DELETE', ROUTES.groupMember, onlyLeaders(404)],
  ['GET', ROUTES.ownGroups, withAccount(200)],
  ['DELETE', ROUTES.ownGroup, withAccount(200)],
  ['GET', ROUTES.invitation, everyone(404)],
  ['POST', ROUTES.invitation, withAccount(404)],
  ['POST', ROUTES.invitationAccount, everyone(404), { name: '新学员', password: 'longenough' }],
  ['GET', ROUTES.progress, signedIn(200)],
  ['GET', ROUTES.journal, signedIn(200)],
  ['POST', ROUTES.journal, signedIn(400), { text: '' }],
  ['PATCH', ROUTES.journalEntry, signedIn(404), { text: '今天学会了先安抚' }],
  ['DELETE', ROUTES.journalEntry, signedIn(404)],
  ['GET', ROUTES.library, signedIn(200)],
  ['GET', ROUTES.rehearsals, signedIn(200)],
  ['POST', ROUTES.rehearsals, signedIn(404), { script: 'none', persona: 'none' }],
  ['GET', ROUTES.desk, observers(200)],
  ['GET', ROUTES.report, observers(409)],
  ['GET', ROUTES.replay, observers(409)],
  ['GET', ROUTES.receipt, observers(409)],
  ['GET', ROUTES.reportCsv, observers(409)],
  ['GET', ROUTES.reportXlsx, observers(409)],
  // The rehearsal is the administrator's own, and no exam.
  ['POST', ROUTES.retake, { ...onlyAdmin(403), coach: 409 }],
  // A rehearsal of the administrator that is not over: its note may be looked for, and not yet be written.
  ['GET', ROUTES.workNote, observers(200)],
  ['POST', ROUTES.workNote, { ...observers(403), admin: 409 }, { issue: '尺码不合', promise: '', cause: '' }],
  ['GET', ROUTES.phrases, signedIn(200)],
  ['POST', ROUTES.phrases, signedIn(400), { title: '', text: '您好' }],
  ['PATCH', ROUTES.phrase, signedIn(404), { title: '问候' }],
  ['DELETE', ROUTES.phrase, signedIn(404)],
  ['POST', ROUTES.phraseUses, signedIn(404)],
  ['GET', ROUTES.doubtful, onlyTrainers(200)],
  ['GET', ROUTES.labels, onlyTrainers(200)],
  ['POST', ROUTES.labels, onlyTrainers(400), { text: '', context: '', labels: [] }],
  ['GET', ROUTES.labelsFile, onlyTrainers(200)],
  ['DELETE', ROUTES.label, onlyTrainers(404)],
  ['GET', ROUTES.training, onlyTrainers(200)],
  ['POST', ROUTES.training, onlyTrainers(409)],
  ['POST', ROUTES.currentModel, onlyTrainers(404), { hash: 'none' }],
  ['GET', ROUTES.modelFile, onlyTrainers(404)],
  // Last, since they end the session.
  ['POST', ROUTES.signOutEverywhere, withAccount(200)],
  // A guest has no password that could be wrong.
  ['POST', ROUTES.ownErasure, { ...withAccount(401), guest: 200 }, { password: 'wrong' }],
  ['POST', ROUTES.signOut, everyone(200)],
  ['POST', ROUTES.guest, everyone(200)],
];

test('every route answers every role as it should', async () => {
  const server = await startServer();
  const people = await everybody(server);
  const rehearsal = await people.admin.startRehearsal();
  for (const [method, route, expected, body] of MATRIX) {
    const path = route.replace(':id', rehearsal);
    const answered: Record<string, number> = {};
    for (const [who, visitor] of Object.entries(people)) {
      // One that has just signed out carries an old token.
      await visitor.arrive();
      answered[who] = (await visitor.send(method, path, { body })).status;
      if (route === ROUTES.signOutEverywhere && answered[who] === 200) await visitor.signIn(nameOf(who));
    }
    expect(answered, `${method} ${route}`).toEqual(expected);
  }
});

const nameOf = (who: string): string => (who === 'admin' ? '管理员' : who);

test('the matrix above leaves no route and no role out', async () => {
  const server = await startServer();
  const { body } = await server.visitor().send('GET', '/api/docs/json');
  const { paths } = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) }).parse(body);
  const documented = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/{(\w+)}/g, ':$1')}`),
  );
  expect(documented.sort()).toEqual(MATRIX.map(([method, route]) => `${method} ${route}`).sort());
  expect(Object.values(ROUTES).filter((route) => !MATRIX.some(([, listed]) => listed === route))).toEqual([]);
  for (const role of RoleSchema.options) expect(Object.keys(everyone(200))).toContain(role);
});

test('a trainee finds their own rehearsals only, a coach those of everybody', async () => {
  const server = await startServer();
  const { trainee, guest, coach } = await everybody(server);
  const own = await trainee.startRehearsal();
  const other = await guest.startRehearsal();
  const listedFor = async (visitor: typeof trainee) => {
    const { body } = await visitor.send('GET', ROUTES.rehearsals);
    const { rehearsals } = z.object({ rehearsals: z.array(z.object({ id: z.string() })) }).parse(body);
    return rehearsals.map(({ id }) => id).sort();
  };
  expect(await listedFor(trainee)).toEqual([own]);
  expect(await listedFor(coach)).toEqual([own, other].sort());
});
