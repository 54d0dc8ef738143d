import { ROUTES } from '@kefu/shared/protocol/routes';
import fastify from 'fastify';
import { expect, test } from 'vitest';
import { Sessions } from '../auth/sessions';
import { startServer } from '../testing/test-server';
import { codeIn, PASSWORD } from '../testing/test-visitor';
import { guard } from './guard';
import { isOwnOrigin } from './origin';

const admin = { name: '管理员', password: PASSWORD };

test('a change without the CSRF token is refused, and so is one with the token of another visitor', async () => {
  const server = await startServer();
  const [visitor, other] = [server.visitor(), server.visitor()];
  await visitor.arrive();
  await other.arrive();
  for (const csrf of ['', 'nonsense', other.csrf]) {
    visitor.csrf = csrf;
    const answer = await visitor.send('POST', ROUTES.setup, { body: admin });
    expect([answer.status, codeIn(answer)]).toEqual([403, 'bad-csrf']);
  }
});

test('a token without its cookie is worth nothing', async () => {
  const server = await startServer();
  const visitor = server.visitor();
  await visitor.arrive();
  visitor.cookie = '';
  expect(codeIn(await visitor.send('POST', ROUTES.setup, { body: admin }))).toBe('bad-csrf');
});

test('the CSRF token changes with the session', async () => {
  const server = await startServer();
  const visitor = server.visitor();
  await visitor.setUp();
  const before = visitor.csrf;
  await visitor.signIn('管理员');
  expect(visitor.csrf).not.toBe(before);
  visitor.csrf = before;
  expect(codeIn(await visitor.send('POST', ROUTES.signOut))).toBe('bad-csrf');
});

test('a change from a page of another site is refused whatever else it carries', async () => {
  const server = await startServer();
  const visitor = server.visitor();
  await visitor.arrive();
  for (const headers of [
    { origin: 'https://evil.example' },
    { 'sec-fetch-site': 'cross-site' },
    { origin: 'null' },
  ]) {
    const answer = await visitor.send('POST', ROUTES.setup, { body: admin, headers });
    expect([answer.status, codeIn(answer)]).toEqual([403, 'foreign-origin']);
  }
  const own = await visitor.send('POST', ROUTES.setup, { body: admin, headers: { origin: server.url } });
  expect(own.status).toBe(200);
});

test('an origin is our own when it is the address that was asked, or the configured one', () => {
  const local = { host: '127.0.0.1', origin: undefined };
  const behindProxy = { host: '127.0.0.1', origin: 'https://dojo.example.com' };
  const inNetwork = { host: '0.0.0.0', origin: undefined };
  expect(isOwnOrigin({ host: 'localhost:8866', origin: 'http://localhost:8866' }, local)).toBe(true);
  expect(isOwnOrigin({ host: 'localhost:8866', origin: 'http://localhost:9999' }, local)).toBe(false);
  // A name of the attacker's that leads to this computer (DNS rebinding).
  expect(isOwnOrigin({ host: 'evil.example:8866', origin: 'http://evil.example:8866' }, local)).toBe(false);
  expect(isOwnOrigin({ host: '127.0.0.1:8866', origin: 'https://dojo.example.com' }, behindProxy)).toBe(true);
  expect(isOwnOrigin({ host: 'dojo.lan:8866', origin: 'http://dojo.lan:8866' }, inNetwork)).toBe(true);
  expect(isOwnOrigin({ host: 'dojo.lan:8866' }, inNetwork)).toBe(true);
});

test('a route that does not say who may use it cannot be registered', async () => {
  const { config, storage, clock } = await startServer();
  const app = fastify();
  guard(app, { config, clock, sessions: new Sessions(storage, clock) });
  expect(() => app.get('/open', async () => 'open')).toThrow('GET /open does not say who may use it');
});
