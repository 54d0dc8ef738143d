import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser';
import { ServerProcess } from '../server-process';

type Opened = { server: ServerProcess; browser: Browser };

/** What the tests of one file share: a server and a browser. Every visitor has cookies and storage of their own. */
export class Dojo {
  /** Errors in the consoles of all pages that were visited, violations of the content policy among them. */
  readonly complaints: string[] = [];
  private opened: Opened | undefined;

  async open(environment: Record<string, string>): Promise<void> {
    const [server, browser] = await Promise.all([
      ServerProcess.start(undefined, environment),
      launchBrowser(),
    ]);
    this.opened = { server, browser };
  }

  async close(): Promise<void> {
    await this.opened?.browser.close();
    await this.opened?.server.stop();
  }

  get server(): ServerProcess {
    return this.use().server;
  }

  /** A new visitor with an empty page. */
  async visit(options: BrowserContextOptions = {}): Promise<Page> {
    const { server, browser } = this.use();
    const context = await browser.newContext({
      baseURL: server.url,
      locale: 'zh-CN',
      viewport: { width: 1280, height: 720 },
      ...options,
    });
    context.setDefaultTimeout(20_000);
    // Chromium reports a violation on the console too, but not where a policy asks for silence.
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        console.error(`content policy: ${violatedDirective} forbids ${blockedURI}`),
      );
    });
    context.on('weberror', (error) => this.complaints.push(String(error.error())));
    context.on('console', (message) => {
      if (message.type() !== 'error') return;
      this.complaints.push(`${new URL(message.location().url || server.url).pathname}: ${message.text()}`);
    });
    return context.newPage();
  }

  private use(): Opened {
    if (!this.opened) throw new Error('the server and the browser have not started');
    return this.opened;
  }
}

/** Opens a dojo around the tests of a file; its server has these settings besides. */
export function openDojo(environment: Record<string, string> = {}): Dojo {
  const dojo = new Dojo();
  beforeAll(() => dojo.open(environment));
  afterAll(() => dojo.close());
  return dojo;
}

/**
 * The last test of a file: neither the pages that its tests visited nor the server had anything to complain of.
 * @param expected what the tests provoked, such as a refused sign-in, which a browser reports as an error
 */
export function expectNoComplaints(dojo: Dojo, expected?: RegExp): void {
  test('no page reports an error or a violation of its content policy, and the server warns of nothing', () => {
    expect(dojo.complaints.filter((complaint) => !expected?.test(complaint))).toEqual([]);
    expect(dojo.server.warnings).toEqual([]);
  });
}
