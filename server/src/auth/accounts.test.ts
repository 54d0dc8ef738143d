import { UsersSchema } from '@kefu/shared/protocol/rest';
import { ROUTES } from '@kefu/shared/protocol/routes';
import { expect, test } from 'vitest';
import { everybody, startServer } from '../testing/test-server';
import { bodyAs, codeIn, PASSWORD } from '../testing/test-visitor';

test('the first start asks for an administrator, once', async () => {
  const server = await startServer();
  const [first, second] = [server.visitor(), server.visitor()];
  expect((await first.arrive()).needsSetup).toBe(true);
  await second.arrive();
  const body = { name: '管理员', password: PASSWORD };
  // At the very same moment: hashing takes time, so both pass any check that is made before it.
  const answers = await Promise.all(
    [first, second].map((visitor) => visitor.send('POST', ROUTES.setup, { body })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect((await server.visitor().arrive()).needsSetup).toBe(false);
});

test('an administrator creates accounts, and people sign in with them', async () => {
  const server = await startServer();
  const admin = server.visitor();
  await admin.setUp();
  await admin.createUser('小鹿', 'trainee');
  expect(await server.visitor().signIn('小鹿')).toMatchObject({ name: '小鹿', role: 'trainee' });
});

test('names that look alike are one name', async () => {
  const server = await startServer();
  const admin = server.visitor();
  await admin.setUp();
  await admin.createUser('Anna', 'coach');
  const twin = { name: 'ＡＮＮＡ', password: PASSWORD, role: 'coach' };
  expect(codeIn(await admin.send('POST', ROUTES.users, { body: twin }))).toBe('name-taken');
  expect(await server.visitor().signIn(' anna ')).toMatchObject({ name: 'Anna' });
});

test('guests are no accounts: they are not listed and cannot be given a role', async () => {
  const server = await startServer();
  const admin = server.visitor();
  await admin.setUp();
  const guest = await server.visitor().comeAsGuest();
  const { users } = bodyAs(UsersSchema, await admin.send('GET', ROUTES.users));
  expect(users.map(({ name }) => name)).toEqual(['管理员']);
  const path = ROUTES.user.replace(':id', guest.id);
  expect(codeIn(await admin.send('PATCH', path, { body: { role: 'admin' } }))).toBe('not-found');
});

test('guests are admitted only where they are allowed', async () => {
  const server = await startServer({ KEFU_GUESTS: 'off' });
  const visitor = server.visitor();
  expect((await visitor.arrive()).guestsAllowed).toBe(false);
  expect(codeIn(await visitor.send('POST', ROUTES.guest))).toBe('guests-off');
});

test('the last administrator can be neither disabled nor given another role', async () => {
  const server = await startServer();
  const admin = server.visitor();
  const { id } = await admin.setUp();
  const change = (body: unknown) => admin.send('PATCH', ROUTES.user.replace(':id', id), { body });
  expect(codeIn(await change({ role: 'coach' }))).toBe('last-admin');
  expect(codeIn(await change({ disabled: true }))).toBe('last-admin');
  await admin.createUser('第二位', 'admin');
  expect((await change({ role: 'coach' })).status).toBe(200);
});

test('a disabled account is out at once and cannot come back', async () => {
  const server = await startServer();
  const { admin, trainee } = await everybody(server);
  const id = (await trainee.arrive()).user?.id ?? '';
  const desk = await server.desk(trainee);
  await admin.send('PATCH', ROUTES.user.replace(':id', id), { body: { disabled: true } });
  await desk.until(({ socket }) => socket.disconnected);
  expect((await trainee.send('GET', ROUTES.library)).status).toBe(401);
  await trainee.arrive();
  const answer = await trainee.send('POST', ROUTES.signIn, { body: { name: 'trainee', password: PASSWORD } });
  expect(codeIn(answer)).toBe('wrong-password');
});

test('a new role counts from the next request on', async () => {
  const server = await startServer();
  const { admin, coach } = await everybody(server);
  const id = (await coach.arrive()).user?.id ?? '';
  await admin.send('PATCH', ROUTES.user.replace(':id', id), { body: { role: 'admin' } });
  expect((await coach.send('GET', ROUTES.users)).status).toBe(200);
});

test('a password that an administrator sets ends the sessions under the old one', async () => {
  const server = await startServer();
  const { admin, trainee } = await everybody(server);
  const id = (await trainee.arrive()).user?.id ?? '';
  await admin.send('PATCH', ROUTES.user.replace(':id', id), { body: { password: 'another password' } });
  expect((await trainee.arrive()).user).toBeNull();
  expect(await trainee.signIn('trainee', 'another password')).toMatchObject({ id });
});

test('passwords are stored as argon2id only, and never leave the server', async () => {
  const server = await startServer();
  const admin = server.visitor();
  await admin.setUp();
  const rows = await server.storage.db.selectFrom('user').selectAll().execute();
  expect(rows[0]?.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  const answer = await admin.send('GET', ROUTES.users);
  expect(JSON.stringify(answer.body)).not.toContain('argon2');
});
