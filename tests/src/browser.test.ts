import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  const context = await browser.newContext({ locale: 'zh-CN' });
  page = await context.newPage();
  await page.setContent(`<meta charset="utf-8">
    <style>body { font: 48px sans-serif } b { font-weight: 700 }</style>
    <p>客服道场 <b>客服道场</b> Kefu Dojo 123</p>`);
});

afterAll(() => browser?.close());

/** How much ink a character leaves, and where: the darkness of each pixel of its square. */
function pixelsOf(text: string, weight = 400): Promise<number[]> {
  return page.evaluate(
    ([text, weight]) => {
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = 64;
      const pen = canvas.getContext('2d');
      if (!pen) throw new Error('the browser draws no canvas');
      pen.font = `${weight} 48px sans-serif`;
      pen.textBaseline = 'top';
      pen.fillText(text, 4, 4);
      const { data } = pen.getImageData(0, 0, 64, 64);
      return Array.from({ length: 64 * 64 }, (_, at) => data[at * 4 + 3] ?? 0);
    },
    [text, weight] as const,
  );
}

const inkOf = (pixels: number[]) => pixels.reduce((sum, ink) => sum + ink, 0) / 255;

test('every Chinese character has its own shape instead of the box for a missing glyph', async () => {
  // A character that no font has, so what is drawn is the box.
  const box = await pixelsOf('\u{10FFFD}');
  const drawn = await Promise.all([...'客服道场'].map((character) => pixelsOf(character)));

  for (const pixels of drawn) {
    expect(pixels).not.toEqual(box);
    expect(inkOf(pixels)).toBeGreaterThan(100);
  }
  expect(new Set(drawn.map((pixels) => pixels.join())).size).toBe(4);
});

test('bold Chinese is a real bold with more ink', async () => {
  expect(inkOf(await pixelsOf('服', 700))).toBeGreaterThan(inkOf(await pixelsOf('服')) * 1.2);
});

test('the page speaks zh-CN, so that Intl formats as for a Chinese user', async () => {
  const seen = await page.evaluate(() => [
    navigator.language,
    new Intl.DateTimeFormat().resolvedOptions().locale,
  ]);
  expect(seen).toEqual(['zh-CN', 'zh-CN']);
});
