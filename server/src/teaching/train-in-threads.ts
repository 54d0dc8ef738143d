import { once } from 'node:events';
import { buildCorpus } from '@kefu/shared/understanding/examples';
import type { LabelledReply } from '@kefu/shared/understanding/labelled-reply';
import type { Linear } from '@kefu/shared/understanding/learn-clauses';
import { learnRest } from '@kefu/shared/understanding/learn-parts';
import type { Model } from '@kefu/shared/understanding/model';
import { assembleModel } from '@kefu/shared/understanding/train';
import { z } from 'zod';
import { startThread } from '../thread';

/** The same model as `trainModel` makes, in about half the time: one half of the work here, the other in a thread of its own. */
export async function trainInThreads(replies: readonly LabelledReply[]): Promise<Model> {
  const pupil = startThread('pupil', new URL('./pupil.ts', import.meta.url), undefined);
  try {
    const answered = once(pupil, 'message');
    const corpus = buildCorpus(replies);
    pupil.postMessage(corpus);
    const rest = learnRest(corpus);
    const [answer] = await answered;
    return assembleModel(corpus, LinearSchema.parse(answer), rest);
  } finally {
    await pupil.terminate();
  }
}

const floats = z.instanceof(Float32Array<ArrayBufferLike>);
const LinearSchema: z.ZodType<Linear> = z.object({ weights: floats, biases: floats });
