import { readFile } from 'node:fs/promises';
import { readContent } from '@kefu/server/cli/content';
import { expect, test } from 'vitest';
import { kefu } from '../cli/kefu';
import { barriersOn } from './accessibility';
import { Desk } from './desk';
import { expectNoComplaints, openDojo } from './dojo';
import { playModel } from './model-run';
import { Report } from './report';
import { listenTo, secretsOf } from './secrets';
import { comeAsGuest, fixSeed, seedFor, sitDown } from './start';
import { until } from './until';

const dojo = openDojo();

test.concurrent('a guest answers the emotional customer well and reads in the report why it was good', async () => {
  const page = await dojo.visit({ acceptDownloads: true });
  await fixSeed(page, seedFor('shipping-time', 'on-time'));
  await comeAsGuest(page);
  await page.getByRole('button', { name: /与情绪型客户练习.什么时候发货$/ }).click();
  await page.getByRole('dialog', { name: '什么时候发货' }).getByRole('button', { name: '进入准备' }).click();

  await page.getByText('现货付款后48小时内发货').waitFor();
  await page.getByText('首次回复 30 秒内，之后每次 20 秒内').waitFor();
  const desk = await Desk.begin(page);
  expect((await desk.heard()).length).toBeGreaterThan(0);
  expect(await page.getByRole('timer').innerText()).toContain('首次回复');
  const early = await desk.secondsLeft();

  await desk.lookUpOrder();
  await page.getByText('2026-05-13 05:00').waitFor();
  await until('the countdown goes on', async () => (await desk.secondsLeft()) < early);
  await desk.exchange('您好，欢迎光临小满服饰，您等着穿裙子的心情我特别理解，我已经帮您看订单了');
  expect(await desk.secondsLeft()).toBeLessThanOrEqual(20);
  await desk.exchange(
    '查到啦，您是今天早上5点付的款，从付款时间起算48小时，仓库已经排单，明天下午给您发出，发出后一般2-4天送到',
  );
  await desk.exchange('请问您这边是有急用吗？对收货时间有要求吗');
  await desk.exchange(
    '周五出门的话，我给您备注放驿站代收，等您回来再取；发货后会有短信通知您单号，您看这样可以吗',
  );
  await desk.reply('感谢您的理解，祝您出行顺利，再见');
  await desk.endCard.waitFor();
  expect(await desk.input.isVisible()).toBe(false);

  await desk.openReport();
  const report = new Report(page);
  expect(await barriersOn(page)).toEqual([]);
  const total = await report.total();
  expect(total).toBeGreaterThanOrEqual(80);
  await page.getByText('通过', { exact: true }).waitFor();
  await page.getByText('没有用提示').waitFor();
  for (const { title } of readContent().rubrics.get('default')?.value.dimensions ?? []) {
    expect(await report.dimension(title.zh).isVisible()).toBe(true);
  }
  const words = await report.followEvidence();
  expect(await report.marked()).toBe(words);
  await report.goBack();
  expect(await page.evaluate(() => document.activeElement?.querySelector('q')?.textContent)).toBe(words);
  const why = await report.askWhy('共情安抚');
  expect(why.marked.join()).toContain('理解');
  expect(why.listed).toContain('理解');

  for (const title of ['最值得复盘的时刻', '承诺台账', '沟通结构', '模拟评价']) {
    await page.getByRole('heading', { name: title }).waitFor();
  }
  await page.getByRole('img', { name: /各维度得分：服务效率 \d+/ }).waitFor();
  expect((await readFile(await report.download('CSV'), 'utf8')).slice(0, 6)).toBe('\uFEFF部分,项目');
  expect((await readFile(await report.download('Excel'))).subarray(0, 2).toString()).toBe('PK');
  const sheets = await report.print();
  expect(sheets.length).toBeGreaterThanOrEqual(2);
  expect(sheets.length).toBeLessThanOrEqual(6);
  for (const { width, height } of sheets) expect([width, height]).toEqual([210, 297]);

  const file = await report.download('下载成绩凭证');
  const checked = await kefu(['verify', file]);
  expect(checked).toMatchObject({ code: 0, stdout: expect.stringContaining(String(total)) });

  await page.getByRole('link', { name: '我的陪练' }).click();
  await page.getByRole('cell', { name: total.toFixed(1) }).waitFor();
}, 120_000);

test.concurrent.each([
  { script: 'coupon-trouble', persona: 'rational', seed: 2, decisive: '106.6元' },
  { script: 'unpaid-order', persona: 'doubtful', seed: 3, decisive: '16:00前付款' },
])(
  'the $persona customer of $script is answered well to a delighted end, and the report shows by which words',
  async ({ decisive, ...played }) => {
    const desk = await sitDown(await dojo.visit(), played);
    await playModel(desk, played);
    await desk.openReport();
    const report = new Report(desk.page);
    expect(await report.total()).toBeGreaterThanOrEqual(90);
    await desk.page.getByText('结局 · 圆满').waitFor();
    const words = await report.followEvidence();
    expect(await report.marked()).toBe(words);
    const talk = desk.page.getByRole('region', { name: '对话记录' });
    expect(await talk.innerText()).toContain(decisive);
  },
  120_000,
);

test.concurrent('an exam tells the browser nothing of the customer’s inside before it is over', async () => {
  const page = await dojo.visit();
  const received = listenTo(page);
  await fixSeed(page, seedFor('shipping-time', 'on-time'));
  await comeAsGuest(page);
  await page.getByRole('button', { name: /与情绪型客户练习.什么时候发货$/ }).click();
  await page.getByRole('dialog').getByText('考试', { exact: true }).click();
  await page.getByRole('button', { name: '进入准备' }).click();
  const desk = await Desk.begin(page);
  expect(await page.getByRole('img', { name: /客户情绪/ }).isVisible()).toBe(false);
  await desk.lookUpOrder();
  await desk.exchange('您好，您等着穿裙子的心情我特别理解，今早五点付款的订单，明天下午给您发出');
  await desk.close();

  const all = received.join('\n');
  // It has listened at all: the library, the desk and the customer's words.
  for (const known of ['"exercises"', '"brief"', '"kind":"message"', '"panel":"order"']) {
    expect(all).toContain(known);
  }
  expect(secretsOf('shipping-time').filter((secret) => all.includes(secret))).toEqual([]);
  expect(all.match(/"(?:mood|score)":(?!null)|"level":\d|"kind":"mood"/g)).toBeNull();

  // The same words do betray a customer: the report, where nothing is hidden any more, has them.
  await desk.openReport();
  const report = await page.request.get(page.url().replace('/rehearsals/', '/api/rehearsals/'));
  const betrayed = await report.text();
  expect(secretsOf('shipping-time').filter((secret) => betrayed.includes(secret)).length).toBeGreaterThan(10);
}, 90_000);

expectNoComplaints(dojo);
