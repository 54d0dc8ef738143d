import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import type { Examined, Task } from '@kefu/shared/proof/examine';
import { startThread } from '../thread';

/** More threads than this only make more copies of the model. */
const MOST_THREADS = 4;

/**
 * Examines the tasks in threads, as many as there are processors.
 * @param done is told each result as soon as it is there, in no particular order
 */
export async function examineAll(
  tasks: readonly Task[],
  done: (index: number, result: Examined) => void,
): Promise<void> {
  let taken = 0;
  const work = async (): Promise<void> => {
    const worker = startThread('prover', new URL('./prover.ts', import.meta.url), undefined);
    try {
      for (let index = taken++; index < tasks.length; index = taken++) {
        const answered = once(worker, 'message');
        worker.postMessage(tasks[index]);
        const [result]: Examined[] = await answered;
        if (result) done(index, result);
      }
    } finally {
      await worker.terminate();
    }
  };
  const threads = Math.min(availableParallelism(), MOST_THREADS, tasks.length);
  await Promise.all(Array.from({ length: threads }, work));
}
