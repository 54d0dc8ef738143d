// How the desk does with 500 bubbles or as many as are asked for, in a real browser: `npx tsx tests/src/long-talk.ts
// [BUBBLES]`, after `npm test`.
// Prints what the main thread was kept busy with while a reply is typed and while messages come in, ms.
import type { WebSocketRoute } from 'playwright-core';
import { launchBrowser } from './browser';
import { sitDown } from './e2e/start';
import { ServerProcess } from './server-process';

const BUBBLES = Number(process.argv[2] ?? 500);
const MORE = 30;

const server = await ServerProcess.start();
const browser = await launchBrowser();
const context = await browser.newContext({
  ...{ baseURL: server.url, locale: 'zh-CN', viewport: { width: 1280, height: 720 } },
});
const page = await context.newPage();
let line: WebSocketRoute | undefined;
let last = 0;
await page.routeWebSocket(/socket\.io/, (socket) => {
  line = socket;
  const upstream = socket.connectToServer();
  upstream.onMessage((frame) => {
    for (const [, seq] of String(frame).matchAll(/"seq":(\d+)/g)) last = Math.max(last, Number(seq));
    socket.send(frame);
  });
});
const desk = await sitDown(page, { pace: 0 });
const rehearsal = new URL(page.url()).pathname.split('/').at(-1);

/** Entries as the server would send them, customer and agent in turn. */
function receive(count: number): void {
  const entries = Array.from({ length: count }, () => {
    last += 1;
    const numbered = { seq: last, at: 60_000 + last * 1000 };
    return last % 2 === 0
      ? {
          ...numbered,
          kind: 'reply',
          id: `long-${last}`,
          text: `第 ${last} 条回复，帮您查到订单的进度了`,
          remarks: [],
        }
      : {
          ...numbered,
          kind: 'message',
          typedFrom: 0,
          owes: true,
          content: { text: `第 ${last} 条，那什么时候能到？` },
        };
  });
  line?.send(`42${JSON.stringify(['message', { type: 'entries', rehearsal, now: 60_000, entries }])}`);
}

receive(BUBBLES);
await desk.lines.filter({ hasText: `第 ${last} 条` }).waitFor();
const watch = await page.evaluateHandle(() => {
  const busy: number[] = [];
  new PerformanceObserver((list) => busy.push(...list.getEntries().map(({ duration }) => duration))).observe({
    entryTypes: ['longtask'],
  });
  const slow: number[] = [];
  new PerformanceObserver((list) => slow.push(...list.getEntries().map(({ duration }) => duration))).observe({
    ...{ type: 'event', durationThreshold: 16 },
  });
  return { busy, slow };
});
const measured = async (what: string) => {
  const { busy, slow } = await watch.evaluate((found) => ({
    busy: found.busy.splice(0),
    slow: found.slow.splice(0),
  }));
  const worst = (list: number[]) => Math.round(Math.max(0, ...list));
  console.log(
    `${what}: ${busy.length} tasks over 50, the longest ${worst(busy)}; slowest key to paint ${worst(slow)}`,
  );
};
await desk.input.pressSequentially('您好，我这边马上帮您查一下订单的进度，请稍等一分钟', { delay: 40 });
await measured(`typing 25 characters below ${BUBBLES} bubbles`);
for (let count = 0; count < MORE; count += 1) {
  receive(1);
  await page.waitForTimeout(100);
}
await desk.lines.filter({ hasText: `第 ${last} 条` }).waitFor();
await measured(`${MORE} messages, ten a second`);

await browser.close();
await server.stop();
process.exit();
