// Draws the pictures of the README from the built product: `npx tsx tests/src/screenshots.ts`, after `npm test`.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { launchBrowser } from './browser';
import { root } from './cli/kefu';
import { Report } from './e2e/report';
import { sitDown } from './e2e/start';
import { until } from './e2e/until';
import { ServerProcess } from './server-process';

const folder = join(root, 'docs/images');
await mkdir(folder, { recursive: true });

const server = await ServerProcess.start();
const browser = await launchBrowser();
const context = await browser.newContext({
  baseURL: server.url,
  locale: 'zh-CN',
  colorScheme: 'light',
  reducedMotion: 'reduce',
  viewport: { width: 1280, height: 720 },
});
const page = await context.newPage();

// A late order, and a customer who begins with three angry messages.
const desk = await sitDown(page, { seed: 11 });
await desk.lookUpOrder();
await desk.exchange('您好，我是客服小满，这边先帮您查一下订单');
await desk.input.fill('非常抱歉让您等了这么久！付了款却一直没动静，换作是我也会');
await until('some of the time is gone', async () => (await desk.secondsLeft()) <= 13);
await page.screenshot({ path: join(folder, 'desk.png') });

await desk.exchange('非常抱歉让您等了这么久！付了款却一直没动静，换作是我也会着急，这件事我来负责跟到底');
await desk.exchange('查到了，因为面料补货晚到了一天，确实是我们的疏忽，今天下午六点前给您发出');
await page.getByRole('button', { name: '发优惠券' }).click();
await page.getByLabel('金额（元）').fill('12');
await page.getByRole('button', { name: '确认' }).click();
await desk.exchange('按超时赔付规则，12元优惠券已经发到您的账户，您看可以吗');
await desk.close();
await desk.openReport();
await new Report(page).followEvidence();
await page.getByText('评分报告').scrollIntoViewIfNeeded();
await page.screenshot({ path: join(folder, 'report.png') });

await browser.close();
await server.stop();
process.exit();
