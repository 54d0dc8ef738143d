import { launchBrowser } from '../../src/browser';
import { ServerProcess } from '../../src/server-process';
import { type Benchmark, figure } from '../figure';

/** How long the built server takes from nothing to listening, and what a browser loads to show its first page. */
export const firstPage: Benchmark = {
  name: 'first-page',
  title: 'Start and first page',
  async run({ short, say }) {
    const rounds = short ? 1 : 7;
    const started: number[] = [];
    for (let round = 1; round <= rounds; round++) {
      say(`start ${round} of ${rounds}`);
      const began = performance.now();
      const server = await ServerProcess.start();
      started.push((performance.now() - began) / 1000);
      await server.stop();
    }
    say('a browser opens the first page');
    const { bytes, requests } = await load();
    return [
      figure('process start to listening', 's', started),
      figure('loaded for the first usable page', 'KB', [bytes / 1024], { atMost: 250 }),
      figure('requests for the first usable page', '', [requests]),
    ];
  },
};

async function load(): Promise<{ bytes: number; requests: number }> {
  const [server, browser] = await Promise.all([ServerProcess.start(), launchBrowser()]);
  try {
    const page = await browser.newPage({ locale: 'zh-CN' });
    const sizes: Promise<number>[] = [];
    page.on('requestfinished', (request) => {
      sizes.push(request.sizes().then((size) => size.responseBodySize + size.responseHeadersSize));
    });
    await page.goto(server.url);
    await page.getByRole('button', { name: '以游客身份试练' }).waitFor();
    const bytes = await Promise.all(sizes);
    return { bytes: bytes.reduce((sum, one) => sum + one, 0), requests: bytes.length };
  } finally {
    await browser.close();
    await server.stop();
  }
}
