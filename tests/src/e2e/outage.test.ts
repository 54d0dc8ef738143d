import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { expectNoComplaints, openDojo } from './dojo';
import { sitDown } from './start';
import { until } from './until';

const dojo = openDojo();

/** How long the server is away, ms: clearly more than what the clock may be off. */
const DOWN_MS = 8_000;

test('a server that is killed and started again goes on as if no time had passed, and gets what was written meanwhile', async () => {
  const desk = await sitDown(await dojo.visit());
  const { page } = desk;
  const opening = await desk.heard();
  const waited = 30 - (await desk.secondsLeft());

  await dojo.server.kill();
  await page.getByText('连接已断开，正在重连').waitFor();
  await desk.input.fill('您好，您等着穿裙子的心情我特别理解');
  await desk.input.press('Enter');
  await desk.lines.filter({ hasText: '等待连接后发送' }).waitFor();
  await pause(DOWN_MS);
  await dojo.server.startAgain();
  const ready = Date.now();

  const reply = desk.lines.filter({ hasText: '您等着穿裙子的心情我特别理解' });
  await reply.filter({ hasText: '已发送' }).waitFor();
  const away = (Date.now() - ready) / 1000;
  await page.getByText('连接已断开').waitFor({ state: 'hidden' });
  const took = Number(/用时 (\d+) 秒/.exec(await reply.innerText())?.[1]);
  // Until the page was back the server was there and its clock ran.
  expect(Math.abs(took - away - waited)).toBeLessThanOrEqual(3);

  await desk.customerSpoke(opening.length);
  expect((await desk.heard()).slice(0, opening.length)).toEqual(opening);
  expect(await reply.count()).toBe(1);
}, 90_000);

test('what was acknowledged before the server was killed is there afterwards, once', async () => {
  const desk = await sitDown(await dojo.visit());
  const opening = await desk.transcript();
  await desk.reply('您好，我马上帮您看订单');
  await dojo.server.kill();
  await dojo.server.startAgain();
  await desk.customerSpoke((await desk.heard()).length);
  const after = await desk.transcript();
  expect(after.slice(0, opening.length)).toEqual(opening);
  expect(after.filter((line) => line.includes('我马上帮您看订单'))).toHaveLength(1);

  // The page kept nothing to itself: the server tells the same to one that knows nothing.
  await desk.page.reload();
  await until('the transcript is back', async () => (await desk.transcript()).length >= after.length);
  expect((await desk.transcript()).slice(0, after.length)).toEqual(after);
}, 90_000);

// While the server is away the browser reports every attempt to reach it.
expectNoComplaints(dojo, /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_SOCKET_NOT_CONNECTED/);
