// The thread in which the clauses are learnt, see train-in-threads.ts.
import { parentPort } from 'node:worker_threads';
import type { Bags, Corpus } from '@kefu/shared/understanding/examples';
import { learnClauses } from '@kefu/shared/understanding/learn-parts';
import { z } from 'zod';

const integers = z.instanceof(Int32Array<ArrayBufferLike>);
const BagsSchema: z.ZodType<Bags> = z.object({
  firsts: integers,
  begins: integers,
  rows: integers,
  values: z.instanceof(Float32Array<ArrayBufferLike>),
});
const CorpusSchema: z.ZodType<Corpus> = z.object({
  size: z.int().nonnegative(),
  whole: BagsSchema,
  clauses: BagsSchema,
  labels: z.instanceof(Uint8Array<ArrayBufferLike>),
  keys: z.instanceof(Uint32Array<ArrayBufferLike>),
  counts: integers,
});

parentPort?.once('message', (corpus) => {
  parentPort?.postMessage(learnClauses(CorpusSchema.parse(corpus)));
});
