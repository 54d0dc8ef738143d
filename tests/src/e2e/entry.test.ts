import { SessionSchema } from '@kefu/shared/protocol/rest';
import { ROUTES } from '@kefu/shared/protocol/routes';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectNoComplaints, openDojo } from './dojo';

const dojo = openDojo();
const admin = { name: '王店长', password: '茉莉花茶-2026' };

async function fillIn(page: Page, { name, password }: typeof admin, button: string): Promise<void> {
  await page.getByLabel('用户名').fill(name);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: button, exact: true }).click();
}

test('the first start asks for an administrator, who is then inside; whoever tries the same later is too late', async () => {
  const [page, late] = [await dojo.visit(), await dojo.visit()];
  for (const each of [page, late]) {
    await each.goto('/');
    await each.getByRole('heading', { name: '创建管理员' }).waitFor();
  }
  await fillIn(page, { ...admin, password: '太短' }, '创建并进入');
  await page.getByText('密码至少 8 位，最多 128 位').waitFor();
  await fillIn(page, admin, '创建并进入');
  await page.getByRole('heading', { name: '剧本库' }).waitFor();

  await fillIn(late, { name: '另一个人', password: 'another-secret' }, '创建并进入');
  await late.getByRole('heading', { name: '登录' }).waitFor();
  expect(await late.getByRole('alert').innerText()).toContain('管理员已经创建过了');
});

test('a second administrator cannot be set up past the page either', async () => {
  const page = await dojo.visit();
  await page.goto('/');
  await page.getByRole('heading', { name: '登录' }).waitFor();
  const { csrf } = SessionSchema.parse(await (await page.request.get(ROUTES.session)).json());
  const answer = await page.request.post(ROUTES.setup, { headers: { 'x-csrf-token': csrf }, data: admin });
  expect(answer.status()).toBe(409);
  expect(await answer.json()).toMatchObject({ code: 'setup-done' });
});

test('a wrong password is said to be wrong, the right one leads back to where one wanted to go', async () => {
  const page = await dojo.visit();
  await page.goto('/users');
  await fillIn(page, { ...admin, password: 'not-my-password' }, '登录');
  expect(await page.getByRole('alert').innerText()).toContain('用户名或密码不正确');
  await fillIn(page, admin, '登录');
  await page.getByRole('heading', { name: '用户', exact: true }).waitFor();
});

test('who signs out is outside, also on the way back', async () => {
  const page = await dojo.visit();
  await page.goto('/account');
  await fillIn(page, admin, '登录');
  await page.getByRole('button', { name: '退出登录' }).click();
  await page.getByRole('heading', { name: '登录' }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { name: '登录' }).waitFor();
  await page.goto('/rehearsals');
  await page.getByRole('heading', { name: '登录' }).waitFor();
});

test('a link leads a class into its group, with a new account or the own one', async () => {
  const page = await dojo.visit();
  await page.goto('/groups');
  await fillIn(page, admin, '登录');
  await page.getByText('还没有班组').waitFor();
  await page.getByRole('button', { name: '新建班组' }).click();
  await page.getByLabel('班组名称').fill('双十一新人班');
  await page.getByRole('button', { name: '保存' }).click();
  const card = page.getByRole('region', { name: '双十一新人班' });
  await card.getByRole('button', { name: '生成邀请链接' }).click();
  const link = await card.getByLabel('邀请链接').inputValue();

  const newcomer = await dojo.visit();
  await newcomer.goto(link);
  await newcomer.getByRole('heading', { name: '加入“双十一新人班”' }).waitFor();
  await fillIn(newcomer, { name: '小满', password: '立夏小满芒种-2026' }, '注册并加入');
  await newcomer.getByRole('heading', { name: '剧本库' }).waitFor();
  await newcomer.goto('/account');
  await newcomer.getByText('双十一新人班').waitFor();

  await page.goto(link);
  await page.getByRole('button', { name: '加入', exact: true }).click();
  await page.getByRole('heading', { name: '剧本库' }).waitFor();
  await page.goto('/groups');
  await card.getByText('2 人').waitFor();
  await card.getByRole('button', { name: '换新链接' }).click();
  await expect.poll(() => card.getByLabel('邀请链接').inputValue()).not.toBe(link);
  await newcomer.goto(link);
  await newcomer.getByText('邀请链接无效或已过期').waitFor();
});

test('every page opens in both languages and both themes', async () => {
  const page = await dojo.visit();
  await page.goto('/');
  await fillIn(page, admin, '登录');
  await page.getByRole('heading', { name: '剧本库' }).waitFor();
  await page.goto('/nowhere');
  await page.getByText('这里什么也没有').waitFor();
  for (const [path, heading] of [
    ['/library', '剧本库'],
    ['/users', '用户'],
    ['/groups', '班组'],
    ['/progress', '我的成长'],
    ['/rehearsals', '全部陪练'],
    ['/account', '账号'],
  ] as const) {
    await page.goto(path);
    await page.getByRole('heading', { name: heading, exact: true }).waitFor();
  }
  await page.getByText('深色', { exact: true }).click();
  await page.getByText('English', { exact: true }).click();
  for (const [path, heading] of [
    ['/users', 'Users'],
    ['/rehearsals', 'All rehearsals'],
    ['/library', 'Library'],
  ] as const) {
    await page.goto(path);
    await page.getByRole('heading', { name: heading, exact: true }).waitFor();
  }
});

// The browser reports every refused request as an error of the page: the wrong password,
// the late setup, the old link.
expectNoComplaints(dojo, /status of (401|404|409)|invitation-over/);
