import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { databaseFile } from '@kefu/server/storage/database';
import { root } from './cli/kefu';

type Child = ChildProcessByStdio<null, Readable, Readable>;

/** The built server as a process of its own, with a data folder of its own and a port that was free. */
export class ServerProcess {
  /** What it had to warn of, line by line. */
  readonly warnings: string[] = [];
  private readonly data: string;
  private readonly program: readonly string[];
  private readonly environment: Record<string, string>;
  private port = 0;
  private child: Child | undefined;

  private constructor(program: readonly string[], environment: Record<string, string>, data: string) {
    this.program = program;
    this.environment = environment;
    this.data = data;
  }

  /** @param program what Node runs: the server as it is built, or another that tells its address */
  static async start(
    program = [join(root, 'server/dist/main.js')],
    environment: Record<string, string> = {},
  ): Promise<ServerProcess> {
    const data = await mkdtemp(join(tmpdir(), 'kefu-server-'));
    const server = new ServerProcess(program, environment, data);
    await server.startAgain();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** The database's file. */
  get database(): string {
    return databaseFile(this.data);
  }

  /** As when the power fails: it gets no chance to store anything. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Starts it at the same address on the same data. Resolves when it has told its address. */
  async startAgain(): Promise<void> {
    this.port = await this.run();
  }

  /** Starts it as well, and kills it so many ms later. */
  async killWhileStarting(ms: number): Promise<void> {
    const started = this.run().catch(() => {});
    await sleep(ms);
    await this.kill();
    await started;
  }

  /** Stops it in peace and removes its data. */
  async stop(): Promise<void> {
    await this.end('SIGTERM');
    await rm(this.data, { recursive: true, force: true });
  }

  private run(): Promise<number> {
    const settings = Object.entries(process.env).filter(([name]) => !name.startsWith('KEFU_'));
    const env = {
      ...Object.fromEntries(settings),
      KEFU_DATA: this.data,
      KEFU_PORT: String(this.port),
      LOG_LEVEL: 'warn',
      ...this.environment,
    };
    const child: Child = spawn(process.execPath, this.program, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child = child;
    // Also when the test run is broken off.
    const killed = () => child.kill('SIGKILL');
    process.once('exit', killed);
    child.once('exit', () => process.off('exit', killed));
    child.stderr.setEncoding('utf8');
    child.stderr.on('data', (text: string) => this.warnings.push(...text.trim().split('\n')));
    return new Promise((resolve, reject) => {
      let said = '';
      child.stdout.on('data', (text) => {
        said += text;
        const told = /http:\/\/127\.0\.0\.1:(\d+)/.exec(said);
        if (told) resolve(Number(told[1]));
      });
      child.once('exit', () =>
        reject(new Error(`the server ended before it was ready\n${said}${this.warnings.join('\n')}`)),
      );
    });
  }

  private async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    child.kill(signal);
    await exit;
  }
}
