import { ROUTES } from '@kefu/shared/protocol/routes';
import { expect, test } from 'vitest';
import { barriersOn } from './accessibility';
import { expectNoComplaints, openDojo } from './dojo';
import { ReplayPage } from './replay-page';
import { comeAsGuest, sitDown } from './start';
import { until } from './until';

const dojo = openDojo();

test.concurrent('a rehearsal is watched again from its report: bubbles, reasons, a link to the moment', async () => {
  const page = await dojo.visit({ permissions: ['clipboard-read', 'clipboard-write'] });
  const desk = await sitDown(page);
  await desk.lookUpOrder();
  await desk.exchange('您好，您等着穿裙子的心情我特别理解，我已经帮您看订单了');
  await desk.close();
  // What was read afterwards is known only in the replay.
  const unread = (lines: readonly string[]) => lines.map((line) => line.replace(' 已读', ''));
  const live = unread(await desk.transcript());
  await desk.openReport();

  await page.getByRole('link', { name: '回放' }).click();
  const replay = new ReplayPage(page);
  await replay.slider.waitFor();
  expect(await replay.position()).toBe(0);
  // The beginning: nobody has said anything.
  expect(await replay.transcript()).not.toContain(live[1]);

  // Where it ends it shows what the desk showed, and besides what was looked up and how it ended.
  await replay.press('End');
  const seen = unread(await replay.transcript());
  expect(live.filter((line) => !seen.includes(line))).toEqual([]);
  expect(seen.filter((line) => !live.includes(line))).toEqual([
    expect.stringContaining('已阅读岗前准备'),
    expect.stringContaining('查询订单'),
    expect.stringContaining('会话结束'),
  ]);

  // Line by line back to the reply, and why it was understood so.
  await until('the reply is in question', async () => {
    await replay.press(',');
    return replay.side.getByRole('heading', { name: '客服的回复' }).isVisible();
  });
  await replay.side.getByRole('button', { name: '共情安抚' }).hover();
  expect(await replay.side.getByRole('note').innerText()).toContain('理解');
  expect((await replay.side.locator('mark').allInnerTexts()).join()).toContain('理解');
  await replay.side.getByText('怒气', { exact: false }).first().waitFor();

  await page.getByRole('button', { name: '复制此刻的链接' }).click();
  await page.getByRole('button', { name: '链接已复制' }).waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const at = await replay.position();
  expect(new URL(link).searchParams.get('at')).toBe(String(at));
  const before = await replay.transcript();
  await page.goto(link);
  await replay.slider.waitFor();
  expect(await replay.position()).toBe(at);
  expect(await replay.transcript()).toEqual(before);

  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('tab', { name: '目录' }).click();
  expect(await barriersOn(page)).toEqual([]);

  // It belongs to its trainee: for another one it is not there.
  const stranger = await dojo.visit();
  await comeAsGuest(stranger);
  const id = new URL(link).pathname.split('/')[2] ?? '';
  expect((await stranger.request.get(ROUTES.replay.replace(':id', id))).status()).toBe(404);
}, 120_000);

test.concurrent('from the list of rehearsals a replay is used with the keyboard alone, and it plays by itself', async () => {
  const page = await dojo.visit({ colorScheme: 'dark' });
  const desk = await sitDown(page, { persona: 'rational' });
  await desk.close();
  await page.goto('/rehearsals');
  await page.getByRole('link', { name: '回放' }).press('Enter');
  const replay = new ReplayPage(page);
  await replay.slider.waitFor();

  // The first thing that happened was the reading of the brief; then the customer writes.
  await until('the customer has written', async () => {
    await replay.press('.');
    return replay.side.getByRole('heading', { name: '客户的消息' }).isVisible();
  });
  const first = await replay.position();
  expect(first).toBeGreaterThan(0);
  await replay.press('Home');
  expect(await replay.position()).toBe(0);
  await replay.press('End', 'ArrowLeft');
  const end = Number(await replay.slider.getAttribute('max'));
  expect(Math.abs(end - 5_000 - (await replay.position()))).toBeLessThan(150);
  await replay.slider.focus();
  await replay.press('Home', 'ArrowRight');
  expect(await replay.position()).toBe(5_000);
  expect(await replay.slider.getAttribute('aria-valuetext')).toMatch(/^0:05，共 \d+:\d\d；.+ \d+，.+$/);

  // The keys 8 and Space: it runs to its end and stops there.
  await replay.press('Home', '8', ' ');
  expect(await page.getByRole('button', { name: '×8' }).getAttribute('aria-pressed')).toBe('true');
  await page.getByRole('button', { name: '暂停' }).waitFor();
  await until('it has played to its end', async () => (await replay.position()) >= end - 1);
  await page.getByRole('button', { name: '播放', exact: true }).waitFor();
  expect((await replay.transcript()).at(-1)).toContain('会话结束');

  // Single keys can be turned off; the slider keeps its own.
  await replay.press('?');
  await page.getByRole('checkbox', { name: '启用单键操作' }).press(' ');
  await replay.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const here = await replay.position();
  await replay.press(',');
  expect(await replay.position()).toBe(here);
  await replay.slider.focus();
  await replay.press('Home');
  expect(await replay.position()).toBe(0);
  expect(await barriersOn(page)).toEqual([]);
}, 90_000);

test.concurrent('on a phone the analysis is a sheet over the chat, and the timeline stays at hand', async () => {
  const phone = { width: 390, height: 844 };
  const page = await dojo.visit({ viewport: phone, isMobile: true, hasTouch: true });
  const desk = await sitDown(page);
  await desk.exchange('您好，您等着穿裙子的心情我特别理解');
  await page.getByRole('button', { name: '资料' }).tap();
  await desk.close();
  await page.goto(`${page.url()}/replay`);
  const replay = new ReplayPage(page);
  await replay.slider.waitFor();
  await page.getByRole('button', { name: '此刻的分析' }).tap();
  await replay.side.getByRole('tab', { name: '目录' }).tap();
  await replay.side.getByRole('button', { name: /心情我特别理解/ }).tap();
  await replay.side.getByRole('tab', { name: '这一刻' }).tap();
  await replay.side.getByRole('button', { name: '共情安抚' }).tap();
  expect(await replay.side.getByRole('note').innerText()).toContain('理解');
  const [sheet, slider] = [await replay.side.boundingBox(), await replay.slider.boundingBox()];
  expect(sheet && slider && sheet.y + sheet.height <= slider.y + 12).toBe(true);
  expect(await barriersOn(page)).toEqual([]);
  await replay.side.getByRole('button', { name: '关闭' }).tap();
  expect(await replay.side.isVisible()).toBe(false);
}, 90_000);

expectNoComplaints(dojo);
