import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { repositoryRoot } from '@kefu/server/cli/repository';

export const root = repositoryRoot();

export type Finished = { code: number | null; stdout: string; stderr: string };

/** Runs the real command line, as `npm run -s kefu -- …` does. */
export function kefu(
  args: readonly string[],
  stdin = '',
  { folder = root, environment = {} }: { folder?: string; environment?: NodeJS.ProcessEnv } = {},
): Promise<Finished> {
  const env = { ...process.env, ...environment };
  const child = spawn(process.execPath, [join(root, 'scripts/kefu.mjs'), ...args], { cwd: folder, env });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  child.stdin.end(stdin);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}
