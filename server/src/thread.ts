import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { repositoryRoot } from './cli/repository';

/**
 * Starts a thread: from its bundle, or from its source where tests and `tsx` run from the sources.
 * @param source where the source of the thread is
 */
export function startThread(
  name: 'learner' | 'listener' | 'pupil' | 'prover',
  source: URL,
  workerData: unknown,
): Worker {
  if (!import.meta.url.endsWith('.ts')) {
    return new Worker(join(repositoryRoot(), `server/dist/${name}.js`), { workerData });
  }
  const file = JSON.stringify(source.href);
  // A thread does not inherit the loader that reads TypeScript.
  const load = `import('tsx/esm/api').then(({ tsImport }) => tsImport(${file}, ${file}))`;
  return new Worker(load, { eval: true, workerData });
}
