import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { repositoryRoot } from '@kefu/server/cli/repository';
import { z } from 'zod';

const AnswerSchema = z.object({ id: z.int(), answer: z.unknown(), error: z.string().optional() });

const running = new Set<ChildProcess>();
// Also when the run is broken off.
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Another process of the benchmark, which answers questions. */
export class Worker {
  private readonly child: ChildProcess;
  private readonly waiting = new Map<number, (answer: z.infer<typeof AnswerSchema>) => void>();
  private asked = 0;

  private constructor(child: ChildProcess) {
    this.child = child;
    child.on('message', (raw) => {
      const answer = AnswerSchema.parse(raw);
      this.waiting.get(answer.id)?.(answer);
      this.waiting.delete(answer.id);
    });
    child.once('exit', (code, signal) => {
      running.delete(child);
      for (const [id, settle] of this.waiting)
        settle({ id, answer: null, error: `ended: ${signal ?? code}` });
    });
    running.add(child);
  }

  /** Starts one of the bundles of the benchmark; see vite.config.ts. */
  static start(name: string, { args = [], node = [] }: { args?: string[]; node?: string[] } = {}): Worker {
    const stdio = ['ignore', 'inherit', 'inherit', 'ipc'] as const;
    const entry = join(repositoryRoot(), 'build/bench', `${name}.js`);
    return new Worker(fork(entry, args, { execArgv: node, stdio: [...stdio] }));
  }

  /** @throws {Error} with what went wrong over there */
  ask<T extends z.ZodType>(schema: T, question: string, given: unknown = null): Promise<z.output<T>> {
    const id = ++this.asked;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, ({ answer, error }) => {
        if (error === undefined) resolve(schema.parse(answer));
        else reject(new Error(`${question}: ${error}`));
      });
      this.child.send({ id, question, given });
    });
  }

  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGKILL'): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exit = once(this.child, 'exit');
    this.child.kill(signal);
    await exit;
  }
}
