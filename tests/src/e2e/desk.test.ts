import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { Desk } from './desk';
import { expectNoComplaints, openDojo } from './dojo';
import { comeAsGuest, sitDown } from './start';
import { until } from './until';

const dojo = openDojo();

test.concurrent('a reload in mid-rehearsal brings back the transcript, what was being written, and the clock', async () => {
  const desk = await sitDown(await dojo.visit());
  // Nothing is asked of the customer, so that it asks again and the clock runs.
  await desk.exchange('您好，您等着穿裙子的心情我特别理解');
  await desk.input.fill('查到了，您的订单');
  const before = await desk.transcript();
  const [left, at] = [await desk.secondsLeft(), Date.now()];

  await desk.page.reload();
  await until('the transcript is back', async () => (await desk.transcript()).length === before.length);
  expect(await desk.transcript()).toEqual(before);
  expect(await desk.input.inputValue()).toBe('查到了，您的订单');
  const passed = (Date.now() - at) / 1000;
  expect(Math.abs((await desk.secondsLeft()) - (left - passed))).toBeLessThan(2);
});

test.concurrent('two tabs on one rehearsal both show everything, once and in the same order', async () => {
  const one = await sitDown(await dojo.visit());
  const other = new Desk(await one.page.context().newPage());
  await other.page.goto(one.page.url());
  await until('the other tab has caught up', () => sameLines(one, other));

  await one.reply('您好，我是客服小满');
  await other.reply('您的心情我特别理解，我马上帮您看订单');
  await one.customerSpoke((await one.heard()).length);
  await until('both tabs show the same', () => sameLines(one, other));
  const lines = await one.transcript();
  expect(lines.filter((line) => line.startsWith('您好，我是客服小满'))).toHaveLength(1);
  expect(lines.filter((line) => line.startsWith('您的心情我特别理解'))).toHaveLength(1);
});

const sameLines = async (one: Desk, other: Desk) =>
  JSON.stringify(await one.transcript()) === JSON.stringify(await other.transcript());

test.concurrent('after the end there is nothing to write with, and a reply that comes too late is refused', async () => {
  const desk = await sitDown(await dojo.visit());
  // The same trainee in another browser, which loses its connection while something is on its way.
  const storageState = await desk.page.context().storageState();
  const late = new Desk(await dojo.visit({ storageState }));
  await late.page.goto(desk.page.url());
  await until('the other browser has caught up', () => sameLines(desk, late));
  await late.page.context().setOffline(true);
  await late.input.fill('请等一下，我还有话说');
  await late.input.press('Enter');
  await late.page.getByText('等待连接后发送').waitFor();

  await desk.close();
  expect(await desk.input.isVisible()).toBe(false);
  await late.page.context().setOffline(false);
  await late.page.getByRole('alert').filter({ hasText: '未发送' }).waitFor();
  expect(await late.page.getByRole('alert').innerText()).toContain('这场陪练已经结束');
  expect(await late.input.isVisible()).toBe(false);
  expect((await desk.transcript()).join()).not.toContain('我还有话说');
});

test.concurrent('nothing, blanks and templates with open gaps cannot be sent', async () => {
  const desk = await sitDown(await dojo.visit());
  const { page, input } = desk;
  const send = page.getByRole('button', { name: '发送', exact: true });
  const before = await desk.transcript();
  const own = async () => (await desk.transcript()).filter((line) => line.includes('已发送'));
  const gap = (name: string) =>
    until(`the gap ${name} is selected`, () =>
      input.evaluate(
        (field, name) =>
          field instanceof HTMLTextAreaElement &&
          field === document.activeElement &&
          field.value.slice(field.selectionStart, field.selectionEnd) === name,
        name,
      ),
    );
  expect(await send.isDisabled()).toBe(true);
  for (const nothing of ['', '   ', '\n\n']) {
    await input.fill(nothing);
    await input.press('Enter');
    expect(await send.isDisabled()).toBe(true);
  }

  await input.fill('/问候');
  await page.getByRole('option', { name: /欢迎问候/ }).waitFor();
  await input.press('Enter');
  expect(await input.inputValue()).toContain('【店铺】');
  await input.press('Enter');
  expect(await page.getByRole('alert').innerText()).toContain('【店铺】【昵称】');
  await send.click();
  expect(await own()).toEqual([]);
  expect((await desk.transcript()).slice(0, before.length)).toEqual(before);

  // What is typed fills the gap that is selected, and Tab leads to the next one.
  await gap('【店铺】');
  await page.keyboard.insertText('小满服饰');
  await page.keyboard.press('Tab');
  await gap('【昵称】');
  await page.keyboard.insertText('小满');
  await page.keyboard.press('Enter');
  await until('the reply is sent', async () => (await own()).length === 1);
  expect((await own())[0]).toContain('您好，欢迎光临小满服饰，我是客服小满');
});

test.concurrent('without a mouse one gets from the library to a sent reply', async () => {
  const page = await dojo.visit();
  await comeAsGuest(page);
  await tabTo(page, '与情绪型客户练习：什么时候发货');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await tabTo(page, '进入准备');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '开始接待' }).waitFor();
  await tabTo(page, '开始接待');
  await page.keyboard.press('Enter');
  await page.getByRole('timer').waitFor();
  await page.keyboard.type('您好，我马上帮您看订单');
  await page.keyboard.press('Enter');
  await new Desk(page).lines
    .filter({ hasText: '您好，我马上帮您看订单' })
    .filter({ hasText: '已发送' })
    .waitFor();
});

/** Presses Tab until what has the focus is called so; not at all when it has it already. */
async function tabTo(page: Page, name: string): Promise<void> {
  const called = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute('aria-label') ?? element?.textContent?.trim();
    });
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await called()) === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${name}`);
}

test.concurrent('markup in a reply is shown as it was written, on the desk and in the report', async () => {
  const markup = '<img src=x onerror="document.title=\'taken\'"><b>您好</b>';
  const desk = await sitDown(await dojo.visit());
  const { page } = desk;
  await desk.reply(markup);
  expect((await desk.transcript()).some((line) => line.includes(markup))).toBe(true);
  await page.reload();
  await desk.lines.filter({ hasText: markup }).waitFor();
  await desk.close();
  await desk.openReport();
  await page.getByRole('region', { name: '对话记录' }).getByText(markup).waitFor();
  expect(await page.title()).not.toBe('taken');
});

// The tab whose reply comes too late is cut off from the network on purpose.
expectNoComplaints(dojo, /ERR_INTERNET_DISCONNECTED/);
