import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fastify from 'fastify';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../testing/test-server';
import { sendError } from './errors';
import { registerHeaders } from './headers';
import { registerPages } from './pages';

async function withClient() {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__">');
  writeFileSync(join(folder, 'icon.svg'), '<svg/>');
  writeFileSync(join(folder, 'assets/app-1a2b.js'), 'start()');
  writeFileSync(join(folder, 'assets/app-1a2b.js.gz'), gzipSync('start()'));
  const app = fastify();
  app.setErrorHandler(sendError);
  await registerHeaders(app, false);
  await registerPages(app, folder);
  return app;
}

const asBrowser = { accept: 'text/html,application/xhtml+xml' };

test('every address that people may open brings the page, each time with another nonce for its styles', async () => {
  const app = await withClient();
  const nonces = [];
  for (const url of ['/', '/desk/abc', '/report/abc?tab=times']) {
    const { statusCode, body, headers } = await app.inject({ url, headers: asBrowser });
    const nonce = /content="([\w-]{22})"/.exec(body)?.[1] ?? '';
    expect(statusCode).toBe(200);
    expect(headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}';`);
    expect(headers['content-security-policy']).toContain("script-src 'self';");
    expect(headers['cache-control']).toBe('no-store');
    nonces.push(nonce);
  }
  expect(new Set(nonces).size).toBe(3);
});

test('built assets are kept for ever, other files are asked for again', async () => {
  const app = await withClient();
  const cachingOf = async (url: string) => (await app.inject({ url })).headers['cache-control'];
  expect(await cachingOf('/assets/app-1a2b.js')).toBe('public, max-age=31536000, immutable');
  expect(await cachingOf('/icon.svg')).toBe('no-cache');
});

test('assets are sent packed to who can unpack them', async () => {
  const app = await withClient();
  const url = '/assets/app-1a2b.js';
  const packed = await app.inject({ url, headers: { 'accept-encoding': 'gzip, deflate' } });
  expect(packed.headers).toMatchObject({
    'content-encoding': 'gzip',
    'content-type': 'application/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  expect(gunzipSync(packed.rawPayload).toString()).toBe('start()');
  expect((await app.inject({ url })).body).toBe('start()');
  expect((await app.inject({ url: `${url}.gz` })).statusCode).toBe(404);
});

test('a missing file or API route is an error with a code, never the page', async () => {
  const app = await withClient();
  for (const url of ['/assets/gone.js', '/api/nothing', '/api', '/socket.io/x']) {
    const { statusCode, headers } = await app.inject({ url, headers: asBrowser });
    expect([statusCode, headers['content-type']], url).toEqual([404, 'application/json; charset=utf-8']);
  }
  expect((await app.inject({ url: '/', headers: { accept: '*/*' } })).statusCode).toBe(404);
  expect((await app.inject({ url: '/../package.json', headers: { accept: '*/*' } })).statusCode).toBe(404);
});

test('the page itself cannot be had without its nonce put in', async () => {
  const app = await withClient();
  const { body } = await app.inject({ url: '/index.html', headers: asBrowser });
  expect(body).not.toContain('__CSP_NONCE__');
});

test('every answer carries the protecting headers', async () => {
  const app = await withClient();
  const { headers } = await app.inject({ url: '/icon.svg' });
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
    'referrer-policy': 'same-origin',
  });
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers).not.toHaveProperty('x-powered-by');
});
