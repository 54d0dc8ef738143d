import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { seat, waitForEnd } from '@kefu/server/testing/played';
import { everybody, startServer, type TestServer } from '@kefu/server/testing/test-server';
import { codeIn, type TestVisitor } from '@kefu/server/testing/test-visitor';
import { ROUTES } from '@kefu/shared/protocol/routes';
import { expect, test } from 'vitest';
import WebSocket from 'ws';

/** Sends bytes as they are: a browser's fetch would tidy the address up. Returns the whole answer. */
function raw({ url }: TestServer, request: string): Promise<string> {
  const { port, hostname } = new URL(url);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.write(request));
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

const get = (server: TestServer, path: string, headers = ''): Promise<string> =>
  raw(
    server,
    `GET ${path} HTTP/1.1\r\nHost: ${new URL(server.url).host}\r\nConnection: close\r\n${headers}\r\n`,
  );

test('no address leads out of the folder of pages', async () => {
  const server = await startServer();
  expect(await get(server, '/', 'Accept: text/html\r\n')).toContain('<!doctype html>');
  for (const path of [
    '/../package.json',
    '/assets/../../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/assets/..%5c..%5cpackage.json',
    '//etc/passwd',
    '/assets//etc/passwd',
    '/%00/etc/passwd',
    '/.env',
    '/index.html%00.js',
    '/assets/%c0%ae%c0%ae/package.json',
  ]) {
    const answer = await get(server, path);
    expect(answer, path).toMatch(/^HTTP\/1\.1 40[04] /);
    expect(answer, path).not.toMatch(/root:|"workspaces"/);
  }
});

test('names of scripts, rehearsals, persons and models are looked up, never opened', async () => {
  const server = await startServer();
  const { admin } = await everybody(server);
  for (const name of [
    '../../package.json',
    '..%2f..%2fpackage.json',
    '/etc/passwd',
    '__proto__',
    'constructor',
  ]) {
    const body = { script: name, persona: 'rational' };
    expect(codeIn(await admin.send('POST', ROUTES.rehearsals, { body })), name).toBe('unknown-exercise');
    const persona = { script: 'shipping-time', persona: name };
    expect(codeIn(await admin.send('POST', ROUTES.rehearsals, { body: persona })), name).toBe(
      'unknown-exercise',
    );
    for (const route of [
      ROUTES.report,
      ROUTES.receipt,
      ROUTES.reportXlsx,
      ROUTES.modelFile,
      ROUTES.userData,
    ]) {
      const { status } = await admin.send('GET', route.replace(':id', encodeURIComponent(name)));
      expect(status, `${route} ${name}`).toBe(404);
    }
  }
});

test('the rehearsal of another trainee does not exist, on any page and over the socket', async () => {
  const server = await startServer();
  const mine = await seat(server);
  const { trainee: stranger, desk } = await seat(server);
  await waitForEnd(server, mine);
  for (const route of Object.values(ROUTES).filter((one) => one.startsWith('/api/rehearsals/:id'))) {
    const answer = await stranger.send('GET', route.replace(':id', mine.id));
    expect(answer.status, route).toBe(404);
  }
  const before = desk.messages.length;
  await expect(desk.join(mine.id)).rejects.toThrow('unknown-rehearsal');
  expect(await desk.reply(mine.id, '您好')).toEqual({ ok: false, code: 'unknown-rehearsal' });
  expect(await desk.act(mine.id, { do: 'look-up-order' })).toEqual({ ok: false, code: 'unknown-rehearsal' });
  expect(desk.messages.slice(before).filter(({ rehearsal }) => rehearsal === mine.id)).toEqual([]);
});

test('a token that was stolen from one browser changes nothing from another', async () => {
  const server = await startServer();
  const [victim, thief] = [server.visitor(), server.visitor()];
  await victim.setUp();
  await thief.comeAsGuest();
  const { csrf } = thief;
  thief.csrf = victim.csrf;
  expect(codeIn(await thief.send('POST', ROUTES.signOut))).toBe('bad-csrf');
  thief.csrf = csrf;
  expect((await thief.send('POST', ROUTES.signOut)).status).toBe(200);
  expect((await victim.arrive()).user).not.toBeNull();
});

test('packed requests are not unpacked: a small one cannot become a large one', async () => {
  const server = await startServer();
  const visitor = server.visitor();
  await visitor.arrive();
  const bomb = gzipSync(`{"name":"${'x'.repeat(20_000_000)}","password":"longenough"}`);
  expect(bomb.length).toBeLessThan(64 * 1024);
  const before = process.memoryUsage.rss();
  for (const encoding of ['gzip', 'deflate', 'br']) {
    const answer = await fetch(new URL(ROUTES.signIn, server.url), {
      method: 'POST',
      headers: { ...secrets(visitor), 'content-type': 'application/json', 'content-encoding': encoding },
      body: bomb,
    });
    expect([answer.status, await answer.json()]).toMatchObject([400, { code: 'bad-request' }]);
  }
  expect(process.memoryUsage.rss() - before).toBeLessThan(200_000_000);
});

test('live connections are not packed, even for who asks for it', async () => {
  const server = await startServer();
  const { trainee } = await seat(server);
  const address = `${server.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
  const socket = new WebSocket(address, { headers: { cookie: trainee.cookie }, perMessageDeflate: true });
  await new Promise((resolve) => socket.once('open', resolve));
  expect(socket.extensions).toBe('');
  socket.close();
});

test('a body that is meant to change the objects of the program is refused', async () => {
  const server = await startServer();
  const visitor = server.visitor();
  await visitor.arrive();
  for (const body of [
    '{"__proto__":{"role":"admin"},"name":"abc","password":"longenough"}',
    '{"constructor":{"prototype":{"role":"admin"}},"name":"abc","password":"longenough"}',
  ]) {
    const answer = await fetch(new URL(ROUTES.signIn, server.url), {
      method: 'POST',
      headers: { ...secrets(visitor), 'content-type': 'application/json' },
      body,
    });
    expect([answer.status, await answer.json()]).toMatchObject([400, { code: 'bad-request' }]);
  }
  expect('role' in {}).toBe(false);
});

test('a request cannot be smuggled within another, nor by a head without end', async () => {
  const server = await startServer();
  const host = `Host: ${new URL(server.url).host}\r\n`;
  const both = `POST ${ROUTES.signIn} HTTP/1.1\r\n${host}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /healthz HTTP/1.1\r\n${host}\r\n`;
  expect(await raw(server, both)).toMatch(/^HTTP\/1\.1 400 /);
  const endless = `GET /healthz HTTP/1.1\r\n${host}X-Long: ${'x'.repeat(40_000)}\r\n\r\n`;
  expect(await raw(server, endless)).toMatch(/^HTTP\/1\.1 431 /);
});

const secrets = ({ cookie, csrf }: TestVisitor) => ({ cookie, 'x-csrf-token': csrf });
