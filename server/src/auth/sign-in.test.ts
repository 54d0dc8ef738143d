import { ROUTES } from '@kefu/shared/protocol/routes';
import { expect, test } from 'vitest';
import { everybody, startServer, type TestServer } from '../testing/test-server';
import { codeIn, PASSWORD, type TestVisitor } from '../testing/test-visitor';

const DAY_MS = 86_400_000;

const trySignIn = (visitor: TestVisitor, name: string, password: string) =>
  visitor.send('POST', ROUTES.signIn, { body: { name, password } });

async function withAdmin(server: TestServer): Promise<TestVisitor> {
  await server.visitor().setUp();
  const visitor = server.visitor();
  await visitor.arrive();
  return visitor;
}

test('an unknown name, a wrong password and a guest get the same answer', async () => {
  const server = await startServer();
  const visitor = await withAdmin(server);
  const guest = await server.visitor().comeAsGuest();
  const answers = await Promise.all(
    ['管理员', 'nobody', guest.name].map((name) => trySignIn(visitor, name, 'not the password')),
  );
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
});

test('the time of the answer does not tell whether the name exists', async () => {
  const server = await startServer();
  const visitor = await withAdmin(server);
  const times: Record<string, number[]> = { 管理员: [], nobody: [] };
  for (let round = 0; round < 5; round++) {
    for (const [name, taken] of Object.entries(times)) {
      const began = performance.now();
      await trySignIn(visitor, name, 'not the password');
      taken.push(performance.now() - began);
    }
  }
  // Without the same work an unknown name is answered some twenty times quicker.
  const [known, unknown] = Object.values(times).map((taken) => Math.min(...taken));
  expect(unknown).toBeGreaterThan((known ?? 0) / 3);
});

test('guessing a password is slowed down, for this name only', async () => {
  const server = await startServer();
  const visitor = await withAdmin(server);
  const codes = [];
  for (let guess = 0; guess < 12; guess++)
    codes.push(codeIn(await trySignIn(visitor, '管理员', `some guess ${guess}`)));
  expect(codes.filter((code) => code === 'wrong-password')).toHaveLength(10);
  expect(codes.at(-1)).toBe('too-fast');
  expect(codeIn(await trySignIn(visitor, '管理员', PASSWORD))).toBe('too-fast');
  expect(codeIn(await trySignIn(visitor, 'another', 'some guess'))).toBe('wrong-password');
  await server.clock.advance(60_000);
  expect((await trySignIn(visitor, '管理员', PASSWORD)).status).toBe(200);
});

test('a session planted before the sign-in is not the one after it', async () => {
  const server = await startServer();
  const visitor = await withAdmin(server);
  const planted = visitor.cookie;
  await trySignIn(visitor, '管理员', PASSWORD);
  expect(visitor.cookie).not.toBe(planted);
  const attacker = server.visitor();
  attacker.cookie = planted;
  expect((await attacker.arrive()).user).toBeNull();
});

test('signing in again ends the session that the browser had', async () => {
  const server = await startServer();
  const visitor = await withAdmin(server);
  await visitor.signIn('管理员');
  const old = server.visitor();
  old.cookie = visitor.cookie;
  await visitor.signIn('管理员');
  expect((await old.arrive()).user).toBeNull();
});

test('the cookie is out of reach for scripts and other sites, and secure behind https', async () => {
  const plain = await startServer();
  const cookie = (await plain.visitor().send('GET', ROUTES.session)).headers.get('set-cookie');
  expect(cookie).toMatch(/^kefu=[\w-]{43}; Max-Age=1209600; Path=\/; HttpOnly; SameSite=Lax$/);
  const https = await startServer({ KEFU_ORIGIN: 'https://dojo.example.com' });
  const answer = await https.visitor().send('GET', ROUTES.session);
  expect(answer.headers.get('set-cookie')).toContain('; Secure');
  expect(answer.headers.get('strict-transport-security')).toContain('max-age=31536000');
});

test('the database holds no token that could be used', async () => {
  const server = await startServer();
  const visitor = await withAdmin(server);
  await visitor.signIn('管理员');
  const stored = JSON.stringify(await server.storage.db.selectFrom('session').selectAll().execute());
  expect(stored).not.toContain(visitor.cookie.slice('kefu='.length));
  expect(stored).not.toContain(visitor.csrf);
});

test('a session lasts as long as it is used at least every fortnight', async () => {
  const server = await startServer();
  const visitor = await withAdmin(server);
  await visitor.signIn('管理员');
  for (let visit = 0; visit < 3; visit++) {
    await server.clock.leap(13 * DAY_MS);
    expect((await visitor.arrive()).user?.name).toBe('管理员');
  }
  await server.clock.leap(14 * DAY_MS + 1);
  expect((await visitor.arrive()).user).toBeNull();
  expect(await server.storage.db.selectFrom('session').selectAll().execute()).toEqual([]);
});

test('signing out ends the session and its live connections, not those of other browsers', async () => {
  const server = await startServer();
  const here = await withAdmin(server);
  await here.signIn('管理员');
  const there = server.visitor();
  await there.signIn('管理员');
  const desk = await server.desk(here);
  const stolen = server.visitor();
  stolen.cookie = here.cookie;
  here.keep(await here.send('POST', ROUTES.signOut));
  await desk.until(({ socket }) => socket.disconnected);
  expect((await stolen.arrive()).user).toBeNull();
  expect((await there.arrive()).user).not.toBeNull();
});

test('signing out everywhere ends all sessions of the account', async () => {
  const server = await startServer();
  const { trainee, coach } = await everybody(server);
  const elsewhere = server.visitor();
  await elsewhere.signIn('trainee');
  await trainee.send('POST', ROUTES.signOutEverywhere);
  expect((await elsewhere.arrive()).user).toBeNull();
  expect((await coach.arrive()).user).not.toBeNull();
});

test('a new password of one’s own needs the old one and ends the other sessions', async () => {
  const server = await startServer();
  const { trainee } = await everybody(server);
  const elsewhere = server.visitor();
  await elsewhere.signIn('trainee');
  const change = (old: string) =>
    trainee.send('POST', ROUTES.password, { body: { old, password: 'a better password' } });
  expect(codeIn(await change('a wrong one'))).toBe('wrong-password');
  trainee.keep(await change(PASSWORD));
  expect((await trainee.arrive()).user?.name).toBe('trainee');
  expect((await elsewhere.arrive()).user).toBeNull();
  expect(codeIn(await trySignIn(elsewhere, 'trainee', PASSWORD))).toBe('wrong-password');
  expect(await elsewhere.signIn('trainee', 'a better password')).toMatchObject({ name: 'trainee' });
});
