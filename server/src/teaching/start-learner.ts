import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { repositoryRoot } from '../cli/repository';
import type { Task } from './learner-messages';

/** Starts the learner: from its bundle, or from its source where tests and `tsx` run the server from the sources. */
export function startLearner(task: Task): Worker {
  if (!import.meta.url.endsWith('.ts')) {
    return new Worker(join(repositoryRoot(), 'server/dist/learner.js'), { workerData: task });
  }
  const source = JSON.stringify(new URL('./learner.ts', import.meta.url).href);
  // A thread does not inherit the loader that reads TypeScript.
  const load = `import('tsx/esm/api').then(({ tsImport }) => tsImport(${source}, ${source}))`;
  return new Worker(load, { eval: true, workerData: task });
}
