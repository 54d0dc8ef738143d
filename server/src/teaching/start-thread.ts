import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { repositoryRoot } from '../cli/repository';

/** Starts a thread: from its bundle, or from its source where tests and `tsx` run the server from the sources. */
export function startThread(name: 'learner' | 'pupil', workerData: unknown): Worker {
  if (!import.meta.url.endsWith('.ts')) {
    return new Worker(join(repositoryRoot(), `server/dist/${name}.js`), { workerData });
  }
  const source = JSON.stringify(new URL(`./${name}.ts`, import.meta.url).href);
  // A thread does not inherit the loader that reads TypeScript.
  const load = `import('tsx/esm/api').then(({ tsImport }) => tsImport(${source}, ${source}))`;
  return new Worker(load, { eval: true, workerData });
}
