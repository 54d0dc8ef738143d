import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { root } from '../cli/kefu';

type Child = ChildProcessByStdio<null, Readable, Readable>;

/** The built server as a process of its own, with a data folder of its own and a port that was free. */
export class ServerProcess {
  /** What it had to warn of, line by line. */
  readonly warnings: string[] = [];
  private readonly data: string;
  private port: number;
  private child: Child;

  private constructor(data: string, { port, child }: { port: number; child: Child }) {
    this.data = data;
    this.port = port;
    this.child = child;
    this.listen();
  }

  static async start(): Promise<ServerProcess> {
    const data = await mkdtemp(join(tmpdir(), 'kefu-e2e-'));
    return new ServerProcess(data, await run(data, 0));
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** As when the power fails: it gets no chance to store anything. */
  async kill(): Promise<void> {
    await end(this.child, 'SIGKILL');
  }

  /** Starts it again at the same address on the same data. */
  async startAgain(): Promise<void> {
    ({ child: this.child } = await run(this.data, this.port));
    this.listen();
  }

  /** Stops it in peace and removes its data. */
  async stop(): Promise<void> {
    await end(this.child, 'SIGTERM');
    await rm(this.data, { recursive: true, force: true });
  }

  private listen(): void {
    this.child.stderr.setEncoding('utf8');
    this.child.stderr.on('data', (text: string) => this.warnings.push(...text.trim().split('\n')));
  }
}

/** Resolves when it has told its address. */
function run(data: string, port: number): Promise<{ port: number; child: Child }> {
  const settings = Object.entries(process.env).filter(([name]) => !name.startsWith('KEFU_'));
  const env = {
    ...Object.fromEntries(settings),
    KEFU_DATA: data,
    KEFU_PORT: String(port),
    LOG_LEVEL: 'warn',
  };
  const main = join(root, 'server/dist/main.js');
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  // Also when the test run is broken off.
  process.once('exit', () => child.kill('SIGKILL'));
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (text) => {
      said += text;
      const told = /http:\/\/127\.0\.0\.1:(\d+)/.exec(said);
      if (told) resolve({ port: Number(told[1]), child });
    });
    child.once('exit', () => reject(new Error(`the server ended before it was ready\n${said}`)));
  });
}

async function end(child: Child, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
}
