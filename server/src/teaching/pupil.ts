// The thread in which one of the two learners learns, see train-in-threads.ts.
import { parentPort, workerData } from 'node:worker_threads';
import { buildCorpus } from '@kefu/shared/understanding/examples';
import { LabelledReplySchema } from '@kefu/shared/understanding/labelled-reply';
import { learnPart } from '@kefu/shared/understanding/train';
import { z } from 'zod';

const replies = z.array(LabelledReplySchema).parse(workerData);
parentPort?.postMessage(learnPart(buildCorpus(replies), 'clause'));
