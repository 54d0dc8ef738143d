import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { barriersOn } from './accessibility';
import { Desk } from './desk';
import { expectNoComplaints, openDojo } from './dojo';
import { comeAsGuest, sitDown } from './start';
import { until } from './until';

const dojo = openDojo();

/** From the first page to the desk a trainee loads this much at most: scripts and styles, packed, bytes. */
const BUDGET = 232 * 1024;

/** Every place of the desk that looks different, from the talk to its dialogs. */
const PLACES: readonly [string, (page: Page, desk: Desk) => Promise<unknown>][] = [
  ['the talk', (page) => page.getByRole('tab', { name: '客户', exact: true }).click()],
  ['the quick replies', (_, desk) => desk.input.fill('/')],
  ['the order', (_, desk) => desk.lookUpOrder()],
  ['the knowledge', (page) => page.getByRole('tab', { name: '知识' }).click()],
  ['the ticket', (page) => page.getByRole('tab', { name: '工单' }).click()],
  [
    'the sheet of keys',
    async (page) => {
      await page.getByRole('button', { name: '快捷键与设置' }).click();
      await page.getByRole('dialog').waitFor();
    },
  ],
];

test.concurrent('axe finds nothing on the way to the desk nor anywhere on it, light and dark', async () => {
  const page = await dojo.visit({ reducedMotion: 'reduce', colorScheme: 'light' });
  const desk = await sitDown(page, { script: 'dress-colour', seed: 1, pace: 2 });
  await page.getByRole('button', { name: '提示', exact: true }).click();
  await desk.exchange('您好，非常抱歉，我们规定要先看照片，明天给您退款50元');
  const faults: Record<string, string[]> = {};
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const [place, go] of PLACES) {
      await go(page, desk);
      faults[`${place}, ${colorScheme}`] = await barriersOn(page, 'best-practice');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    }
  }
  await desk.close();
  faults['the end'] = await barriersOn(page, 'best-practice');
  await page.goto('/library');
  await page.getByRole('button', { name: /与情绪型客户练习.什么时候发货$/ }).click();
  faults['the library with the start of an exercise'] = await barriersOn(page, 'best-practice');
  await page.getByRole('button', { name: '进入准备' }).click();
  await page.getByRole('button', { name: '开始接待' }).waitFor();
  faults['the brief'] = await barriersOn(page, 'best-practice');
  expect(Object.entries(faults).filter(([, found]) => found.length > 0)).toEqual([]);
}, 120_000);

test.concurrent('axe finds nothing on a phone, in the talk and in the sheet over it', async () => {
  const page = await dojo.visit({
    ...{ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, reducedMotion: 'reduce' },
  });
  await sitDown(page, { pace: 2 });
  const talk = await barriersOn(page, 'best-practice');
  await page.getByRole('button', { name: '资料' }).tap();
  await page.getByRole('tab', { name: '知识' }).tap();
  expect([...talk, ...(await barriersOn(page, 'best-practice'))]).toEqual([]);
}, 90_000);

test.concurrent('with keys alone one asks for a hint, searches and opens a card, writes on the ticket and fills a template', async () => {
  const desk = await sitDown(await dojo.visit(), { script: 'dress-colour', seed: 1, pace: 0 });
  const { page } = desk;
  const { keyboard } = page;
  await keyboard.press('Alt+h');
  await desk.lines.filter({ hasText: '先处理心情' }).waitFor();

  await keyboard.press('Alt+k');
  await keyboard.type('yf');
  await page.getByText('没有标题相符的资料').waitFor();
  for (let count = 0; count < 2; count += 1) await keyboard.press('Backspace');
  await keyboard.insertText('运费');
  await keyboard.press('Enter');
  await page.getByText(/全文搜索“运费”：\d+ 条/).waitFor();
  const open = page.getByRole('button', { name: '打开 错发与色差' });
  await until('Tab leads to the card', async () => {
    await keyboard.press('Tab');
    return open.evaluate((button) => button === document.activeElement);
  });
  await keyboard.press('Enter');
  await page.getByText('来回运费由店铺承担').waitFor();

  await keyboard.press('Alt+5');
  await page.getByLabel('客户反映的问题').focus();
  await keyboard.insertText('收到的颜色不对');
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await desk.lines.filter({ hasText: '工单已接收：收到的颜色不对' }).waitFor();

  await keyboard.press('?');
  await page.getByRole('dialog', { name: '快捷键与设置' }).waitFor();
  await keyboard.press('Escape');
  await keyboard.press('Alt+c');
  await keyboard.insertText('您好，');
  await keyboard.type('/zq');
  await page.getByRole('option', { name: /致歉并担责/ }).waitFor();
  await keyboard.press('Enter');
  await until('the gap is chosen', async () =>
    (await desk.input.inputValue()).startsWith('您好，实在抱歉，【问题】'),
  );
  await keyboard.insertText('颜色发错');
  await keyboard.press('Enter');
  const reply = desk.lines.filter({ hasText: '您好，实在抱歉，颜色发错是我们的疏忽' });
  await reply.filter({ hasText: '已发送' }).waitFor();
  await reply.filter({ hasText: '主动承担' }).waitFor();
}, 90_000);

test.concurrent('a phrase of one’s own is there after a reload and goes where the cursor is', async () => {
  const desk = await sitDown(await dojo.visit(), { pace: 0 });
  const { page } = desk;
  await desk.input.fill('/');
  await page.getByRole('button', { name: '管理我的常用语' }).click();
  await page.getByRole('button', { name: '新增' }).click();
  await page.getByLabel('标题').fill('安心');
  await page.getByLabel('内容').fill('您放心，这件事我跟到底');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('用过 0 次').waitFor();
  await page.reload();
  await desk.input.fill('您好，/ax');
  await page.getByRole('option', { name: /安心/ }).waitFor();
  await desk.input.press('Enter');
  expect(await desk.input.inputValue()).toBe('您好，您放心，这件事我跟到底');
}, 60_000);

test.concurrent('entry, library and desk together stay within what a slow line brings in a moment', async () => {
  const page = await dojo.visit();
  const loaded = new Map<string, number>();
  page.on('response', async (response) => {
    const { pathname } = new URL(response.url());
    if (!/\.(?:js|css)$/.test(pathname)) return;
    const { responseBodySize } = await response.request().sizes();
    loaded.set(pathname, responseBodySize);
  });
  await comeAsGuest(page);
  await page.getByRole('button', { name: /与情绪型客户练习.什么时候发货$/ }).click();
  await page.getByRole('button', { name: '进入准备' }).click();
  await Desk.begin(page);
  await page.waitForLoadState('networkidle');
  const total = [...loaded.values()].reduce((sum, bytes) => sum + bytes, 0);
  expect(loaded.size).toBeGreaterThan(5);
  expect(total, JSON.stringify([...loaded])).toBeGreaterThan(50_000);
  expect(total, JSON.stringify([...loaded])).toBeLessThanOrEqual(BUDGET);
}, 60_000);

expectNoComplaints(dojo);
