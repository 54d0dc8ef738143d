import { startServer } from '@kefu/server/testing/test-server';
import { test } from 'vitest';
import { Fuzz } from './fuzz';

const STEPS = 120;
/** KEFU_FUZZ=1000 tries forty others from there on. One that fails gets a test of its own, named for what was wrong. */
const FROM = Number(process.env.KEFU_FUZZ ?? 1);
const SEEDS = Array.from({ length: process.env.KEFU_FUZZ ? 40 : 4 }, (_, index) => FROM + index);

test.each(SEEDS)(
  'random people do random things, seed %i: nothing fails within, is stored twice, lost or told to strangers',
  async (seed) => new Fuzz(await startServer(), seed).run(STEPS),
);
