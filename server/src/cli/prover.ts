// A thread of its own: proving takes all of one processor.
import { parentPort } from 'node:worker_threads';
import { examine, type Task } from '@kefu/shared/proof/examine';
import { loadRecogniser } from './load-recogniser';

const recogniser = loadRecogniser();
// The tasks come from our own main thread, which has read and checked what is in them.
parentPort?.on('message', (task: Task) => parentPort?.postMessage(examine(task, recogniser)));
