// A thread of its own: learning takes all of one processor for a while, and the server goes on answering.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { Result, Step } from '@kefu/shared/protocol/teaching';
import type { LabelledReply } from '@kefu/shared/understanding/labelled-reply';
import { measure } from '@kefu/shared/understanding/metrics';
import { createRecogniser, type Recogniser } from '@kefu/shared/understanding/recogniser';
import { pack, unpack } from '../content/packed-model';
import { readReplies } from '../content/replies';
import { type News, type Task, TaskSchema } from './learner-messages';
import { trainInThreads } from './train-in-threads';

const tell = (news: News): void => parentPort?.postMessage(news);
const begin = (step: Step): void => tell({ kind: 'step', step });

tell(await learn(TaskSchema.parse(workerData)));

async function learn({ replies, labelled, fresh, current }: Task): Promise<News> {
  begin('reading');
  const taught = new Set(labelled.map(keyOf));
  // What was labelled here counts more than an earlier opinion on the very same reply, and measures nothing.
  const others = (part: string) => readPart(replies, part).filter((row) => !taught.has(keyOf(row)));
  const [train, heldOut] = [others('train'), others('held-out')];
  const model = await unpack(current);
  if (!model) throw new Error('the current model cannot be read');

  begin('learning');
  const made = await trainInThreads([...train, ...labelled]);

  begin('measuring');
  const resultOf = (recogniser: Recogniser): Result => ({
    heldOut: figuresOf(recogniser, heldOut),
    labelled: figuresOf(recogniser, fresh),
  });
  return {
    kind: 'done',
    ...{ hash: made.hash, rows: made.rows },
    packed: await pack(made),
    result: resultOf(createRecogniser(made)),
    before: { hash: model.hash, ...resultOf(createRecogniser(model)) },
  };
}

function keyOf({ text, context = '' }: LabelledReply): string {
  return JSON.stringify([text, context]);
}

/** A team that brings its own content folder may have no replies in it. */
function readPart(folder: string, part: string): LabelledReply[] {
  const path = join(folder, part);
  return existsSync(path) ? readReplies(path) : [];
}

function figuresOf(recogniser: Recogniser, rows: readonly LabelledReply[]): Result['heldOut'] {
  const judged = rows.map(({ text, context, labels, contested = [] }) => ({
    ...{ labels, contested },
    hits: recogniser.recognise(text, context),
  }));
  const { macroF1, microF1 } = measure(judged);
  return { rows: rows.length, macroF1, microF1 };
}
