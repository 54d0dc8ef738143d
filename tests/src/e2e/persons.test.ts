import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PersonDataSchema } from '@kefu/shared/protocol/persons';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { root } from '../cli/kefu';
import { barriersOn } from './accessibility';
import { expectNoComplaints, openDojo } from './dojo';
import { sitDown } from './start';

const MARKUP = '<img src=x onerror=hacked=1>';
const PASSWORD = '茉莉花茶-2026';

const scenarios = mkdtempSync(join(tmpdir(), 'kefu-scenarios-'));
afterAll(() => rmSync(scenarios, { recursive: true }));
cpSync(join(root, 'scenarios'), scenarios, { recursive: true });
const script = join(scenarios, 'scripts/in-sale/shipping-time.yaml');
writeFileSync(
  script,
  readFileSync(script, 'utf8')
    .replace('title: { zh: 什么时候发货,', `title: { zh: "什么时候发货${MARKUP}",`)
    .replace('customer: { name: 小鹿乱跑,', `customer: { name: "${MARKUP}",`)
    .replace('  zh: 今天是5月13日', `  zh: ${MARKUP}今天是5月13日`),
);

const dojo = openDojo({ KEFU_SCENARIOS: scenarios });

/** The markup stands there as it was written, and is nothing but text. */
async function showsMarkup(page: Page): Promise<void> {
  await page.getByText(MARKUP).first().waitFor();
  expect(await page.locator('img[src="x"]').count()).toBe(0);
  expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);
}

test('markup in names, replies and script texts is shown as text everywhere and never runs', async () => {
  const admin = await dojo.visit();
  await admin.goto('/');
  await admin.getByLabel('用户名').fill(MARKUP);
  await admin.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await admin.getByRole('button', { name: '创建并进入' }).click();
  await showsMarkup(admin);
  const page = await dojo.visit();
  const desk = await sitDown(page);
  await desk.reply(`您好${MARKUP}`);
  await showsMarkup(page);
  await desk.close();
  await desk.openReport();
  await showsMarkup(page);
  await page.goto(page.url().replace('/report', '/replay'));
  await showsMarkup(page);
  for (const path of ['/users', '/rehearsals', '/account']) {
    await admin.goto(path);
    await showsMarkup(admin);
  }
});

test('somebody takes their data along, is told what goes and what stays, and deletes themselves', async () => {
  const page = await dojo.visit();
  await sitDown(page);
  await page.goto('/account');
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载我的数据' }).click();
  const file = await (await downloading).path();
  expect(PersonDataSchema.parse(JSON.parse(await readFile(file, 'utf8'))).rehearsals).toHaveLength(1);
  await page.getByRole('button', { name: '删除账号…' }).click();
  const dialog = page.getByRole('dialog', { name: '删除你的账号和全部数据？' });
  await dialog.getByText('删除后不能恢复。').waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await dialog.getByRole('button', { name: '永久删除' }).click();
  await page.getByRole('heading', { name: '登录' }).waitFor();
});

test('an administrator deletes somebody from the list of users', async () => {
  const page = await dojo.visit();
  await page.goto('/users');
  await page.getByLabel('用户名').fill(MARKUP);
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('button', { name: '新建用户' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('用户名').fill('小鹿');
  await form.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await form.getByRole('button', { name: '保存' }).click();
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('button', { name: '删除“小鹿”及其数据' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '永久删除' }).click();
  await page.getByText('已删除“小鹿”及其全部数据').waitFor();
  await page.getByRole('button', { name: '删除“小鹿”及其数据' }).waitFor({ state: 'detached' });
});

expectNoComplaints(dojo);
