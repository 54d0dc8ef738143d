import { expect, test } from 'vitest';
import { seat } from './testing/played';
import { startServer } from './testing/test-server';

const read = (url: string, headers: Record<string, string> = {}) =>
  fetch(new URL('/metrics', url), { headers });

test('the metrics tell how quickly messages were answered, and with what', async () => {
  const server = await startServer();
  const { desk, id } = await seat(server);
  await desk.reply(id, '您好，我帮您看一下');
  await desk.send({ type: 'nonsense' });
  const text = await (await read(server.url)).text();
  expect(text).toMatch(/kefu_message_seconds_count{code="ok"} 2/);
  expect(text).toMatch(/kefu_message_seconds_count{code="unknown-event"} 1/);
  expect(text).toMatch(/kefu_connections 1/);
  expect(text).toContain('nodejs_eventloop_lag_seconds');
});

test('who comes from elsewhere needs the token, also through a proxy on this computer', async () => {
  const token = 'a-token-of-the-operator';
  const server = await startServer({ KEFU_METRICS_TOKEN: token });
  const forwarded = { 'x-forwarded-for': '203.0.113.9' };
  expect((await read(server.url, forwarded)).status).toBe(404);
  expect((await read(server.url, { ...forwarded, authorization: 'Bearer wrong' })).status).toBe(404);
  expect((await read(server.url, { ...forwarded, authorization: `Bearer ${token}` })).status).toBe(200);
});
