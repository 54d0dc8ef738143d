import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { repositoryRoot } from '../cli/repository';

const STARTING_MS = 25_000;

/** The server as a process of its own, as `npm start` runs it. */
export type ServerProcess = {
  readonly child: ChildProcess;
  /** The address that it printed. */
  readonly url: Promise<string>;
  /** All that it printed so far. */
  readonly output: () => string;
  readonly exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
};

export function spawnServer(environment: Record<string, string>): ServerProcess {
  const tsx = createRequire(import.meta.url).resolve('tsx');
  const main = join(repositoryRoot(), 'server/src/main.ts');
  const child = spawn(process.execPath, ['--import', tsx, main], {
    env: { PATH: process.env.PATH, KEFU_PORT: '0', LOG_LEVEL: 'info', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const exited = new Promise<Awaited<ServerProcess['exited']>>((resolve) =>
    child.once('exit', (code, signal) => resolve({ code, signal })),
  );
  const url = new Promise<string>((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error(`no address after ${STARTING_MS} ms:\n${output}`)),
      STARTING_MS,
    );
    const hear = (chunk: unknown) => {
      output += String(chunk);
      const address = /open: {2}(http:\/\/\S+)/.exec(output)?.[1];
      if (address) {
        clearTimeout(late);
        resolve(address);
      }
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void exited.then(() => {
      clearTimeout(late);
      reject(new Error(`ended before it listened:\n${output}`));
    });
  });
  // Not every test waits for the address.
  url.catch(() => {});
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, url, output: () => output, exited };
}
