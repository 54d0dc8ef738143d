import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectNoComplaints, openDojo } from './dojo';
import { sitDown } from './start';

const dojo = openDojo();

/** For people to look at. */
const pictures = join(tmpdir(), 'kefu-dojo-pictures');

test.concurrent('on a phone nothing scrolls sideways, and replies are written with the thumbs', async () => {
  const phone = { width: 390, height: 844 };
  const page = await dojo.visit({ viewport: phone, isMobile: true, hasTouch: true, deviceScaleFactor: 2 });
  const desk = await sitDown(page);
  expect(await sidewaysScrollers(page)).toEqual([]);

  await desk.input.tap();
  await page.keyboard.insertText('您好，您等着穿裙子的心情我特别理解，我马上帮您看订单');
  const send = page.getByRole('button', { name: '发送', exact: true });
  for (const part of [desk.input, send]) {
    const box = await part.boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= phone.width && box.y + box.height <= phone.height).toBe(
      true,
    );
  }
  await send.tap();
  const reply = desk.lines.filter({ hasText: '您等着穿裙子的心情' }).filter({ hasText: '已发送' });
  await reply.waitFor();
  await show(page, 'phone-desk');

  await page.getByRole('button', { name: '资料' }).tap();
  await desk.lookUpOrder();
  expect(await sidewaysScrollers(page)).toEqual([]);
  await show(page, 'phone-order');
  await desk.close();
  await page.getByRole('button', { name: '聊天' }).tap();
  await desk.openReport();
  expect(await sidewaysScrollers(page)).toEqual([]);
  await show(page, 'phone-report');

  for (const [path, heading] of [
    ['/library', '剧本库'],
    ['/rehearsals', '我的陪练'],
    ['/account', '账号'],
  ] as const) {
    await page.goto(path);
    await page.getByRole('heading', { name: heading, exact: true }).waitFor();
    expect(await sidewaysScrollers(page)).toEqual([]);
    await show(page, `phone${path.replace('/', '-')}`);
  }
}, 90_000);

test.concurrent('library, desk and report fit a small laptop without scrolling sideways', async () => {
  const desk = await sitDown(await dojo.visit());
  const { page } = desk;
  await desk.lookUpOrder();
  await desk.exchange('您好，您等着穿裙子的心情我特别理解，您是今天早上5点付的款，明天下午给您发出');
  expect(await sidewaysScrollers(page)).toEqual([]);
  await show(page, 'desk');
  await desk.close();
  await desk.openReport();
  expect(await sidewaysScrollers(page)).toEqual([]);
  await show(page, 'report');
  await page.goto('/library');
  await page.getByRole('heading', { name: '剧本库' }).waitFor();
  expect(await sidewaysScrollers(page)).toEqual([]);
  await show(page, 'library');
}, 90_000);

/** The page and all areas in it that are wider than they are seen. */
const sidewaysScrollers = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => {
        const scrolls =
          element === document.documentElement || /auto|scroll/.test(getComputedStyle(element).overflowX);
        return scrolls && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1;
      })
      .map((element) => `${element.tagName} ${element.className} ${element.scrollWidth}`),
  );

async function show(page: Page, name: string): Promise<void> {
  await mkdir(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}

expectNoComplaints(dojo);
