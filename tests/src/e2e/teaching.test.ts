import type { BrowserContext, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectNoComplaints, openDojo } from './dojo';
import { comeAsGuest, sitDown } from './start';
import { until } from './until';

const dojo = openDojo();

/** The trainer's session, once the first test has made the account. */
let trainer: Awaited<ReturnType<BrowserContext['storageState']>>;

const ODD = '天王盖地虎宝塔镇河妖';

/** The first administrator, at the page where the recogniser is taught. */
async function teach(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByLabel('用户名').fill('培训师');
  await page.getByLabel('密码', { exact: true }).fill('correct horse battery');
  await page.getByRole('button', { name: '创建并进入' }).click();
  await page.getByRole('link', { name: '识别训练' }).click();
}

/** The reply that is to be labelled. */
const reply = (page: Page) => page.getByRole('paragraph').filter({ hasText: ODD });

/** The names of what is chosen. */
const chosen = (page: Page) => page.locator('label:has(input:checked)').allInnerTexts();

test('an odd reply of a rehearsal is labelled with the keyboard alone and is gone', async () => {
  const page = await dojo.visit();
  await teach(page);
  await page.getByText('没有拿不准的回复').waitFor();
  trainer = await page.context().storageState();

  const desk = await sitDown(await dojo.visit());
  await desk.reply(ODD);
  await page.reload();
  await reply(page).waitFor();
  expect(await page.getByRole('main').innerText()).not.toContain('游客');

  expect(await chosen(page)).toEqual([]);
  for (const key of ['0', 'd', '2', 'a']) await page.keyboard.press(key);
  await page.getByText('“婉拒”和“生硬规定”互斥').waitFor();
  await page.keyboard.press('Enter');
  expect(await reply(page).isVisible()).toBe(true);
  for (const key of ['d', 'a']) await page.keyboard.press(key);
  expect((await chosen(page)).join()).toMatch(/生硬规定.*用语不规范/s);
  await page.keyboard.press('Enter');
  await page.getByText('没有拿不准的回复').waitFor();
  await page.getByText('今日已标 1 条').waitFor();

  await page.keyboard.press('u');
  await reply(page).waitFor();
  await page.getByText('今日已标 0 条').waitFor();
  await page.keyboard.press('5');
  await page.keyboard.press('Enter');
  await page.getByText('没有拿不准的回复').waitFor();
  await page.getByText('今日已标 1 条').waitFor();
  await page.reload();
  await page.getByText('没有拿不准的回复').waitFor();

  await page.getByRole('tab', { name: '已标注' }).click();
  const row = page.getByRole('row').filter({ hasText: ODD });
  await row.getByText('敷衍').waitFor();
  expect(await row.getByText('生硬规定').isVisible()).toBe(false);
  await page.getByRole('tab', { name: '训练与模型' }).click();
  await page.getByText('有 1 条新标注').waitFor();
  await until('a training can begin', () => page.getByRole('button', { name: '开始训练' }).isEnabled());
});

test('the page fits a phone: nothing scrolls sideways, and a reply is labelled by touch', async () => {
  const viewport = { width: 390, height: 844 };
  const page = await dojo.visit({ viewport, isMobile: true, hasTouch: true, storageState: trainer });
  const desk = await sitDown(await dojo.visit());
  await desk.reply(`${ODD}！`);
  for (const tab of ['models', 'labelled', 'label']) {
    await page.goto(`/teaching?tab=${tab}`);
    await page.getByRole('tabpanel').locator('h2, table').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  }
  await page.getByText('用语不规范').tap();
  await page.getByRole('button', { name: '保存，下一条' }).tap();
  await page.getByText('没有拿不准的回复').waitFor();
});

test('a guest finds no way to the page and is refused at its address', async () => {
  const page = await dojo.visit();
  await comeAsGuest(page);
  expect(await page.getByRole('link', { name: '识别训练' }).isVisible()).toBe(false);
  await page.goto('/teaching');
  await page.getByRole('alert').filter({ hasText: '你的角色没有这个权限' }).waitFor();
});

// The refusal that the last test provoked.
expectNoComplaints(dojo, /status of 403|not-allowed/);
