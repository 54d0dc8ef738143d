import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ROUTES } from '@kefu/shared/protocol/routes';
import { type Training, TrainingSchema } from '@kefu/shared/protocol/teaching';
import { ModelSchema, modelHash } from '@kefu/shared/understanding/model';
import { expect, test } from 'vitest';
import { readConfig } from '../config';
import { FEW_REPLIES } from '../testing/other-model';
import { startServer, type TestServer, temporaryFolder } from '../testing/test-server';
import { bodyAs, codeIn, type TestVisitor } from '../testing/test-visitor';

const { scenarios } = readConfig({});

/** The content folder with few labelled replies, so that learning takes a moment. */
function smallContent(): string {
  const folder = join(temporaryFolder(), 'scenarios');
  for (const part of ['personas', 'platforms', 'rubrics', 'scripts', 'shops']) {
    cpSync(join(scenarios, part), join(folder, part), { recursive: true });
  }
  const held = [{ text: '您好,欢迎光临小店', labels: ['greet'] }];
  for (const [part, rows] of [['train', FEW_REPLIES] as const, ['held-out', held] as const]) {
    mkdirSync(join(folder, 'replies', part), { recursive: true });
    const lines = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
    writeFileSync(join(folder, 'replies', part, 'few.jsonl'), lines);
  }
  return folder;
}

async function stage(): Promise<{ server: TestServer; trainer: TestVisitor }> {
  const server = await startServer({ KEFU_SCENARIOS: smallContent() });
  const trainer = server.visitor();
  await trainer.setUp('trainer');
  return { server, trainer };
}

const label = (trainer: TestVisitor, text: string, labels: readonly string[]) =>
  trainer.send('POST', ROUTES.labels, { body: { text, context: '', labels } });

const stateFor = async (visitor: TestVisitor): Promise<Training> =>
  bodyAs(TrainingSchema, await visitor.send('GET', ROUTES.training));

/** Trains and waits for the end. */
async function train({ clock }: TestServer, trainer: TestVisitor): Promise<Training> {
  await clock.advance(1);
  const begun = bodyAs(TrainingSchema, await trainer.send('POST', ROUTES.training));
  expect(begun.work.is).toBe('running');
  await clock.advance(1);
  for (;;) {
    const state = await stateFor(trainer);
    if (state.work.is !== 'running') return state;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test('a training learns what was labelled, is measured beside the current model, and changes nothing until it is taken into use', async () => {
  const { server, trainer } = await stage();
  const builtIn = server.recognisers.current;
  await label(trainer, '亲亲的宝，么么哒', ['slang']);
  expect(await stateFor(trainer)).toMatchObject({
    work: { is: 'idle' },
    labelled: 1,
    fresh: 1,
    changed: true,
  });

  const { models, ...state } = await train(server, trainer);
  expect(state).toEqual({ work: { is: 'idle' }, labelled: 1, fresh: 0, changed: false });
  const [made, first] = models;
  expect(first).toMatchObject({ hash: builtIn, current: true, by: null, lesson: null });
  expect(made).toMatchObject({ current: false, by: 'trainer', rows: FEW_REPLIES.length + 1 });
  expect(made?.lesson?.before.hash).toBe(builtIn);
  expect(made?.lesson?.result).toMatchObject({ heldOut: { rows: 1, macroF1: 1 }, labelled: { rows: 1 } });
  expect(server.recognisers.current).toBe(builtIn);

  const used = await trainer.send('POST', ROUTES.currentModel, { body: { hash: made?.hash } });
  expect(bodyAs(TrainingSchema, used).models.find(({ current }) => current)?.hash).toBe(made?.hash);
  expect(server.recognisers.current).toBe(made?.hash);
  expect((await server.recognisers.load(made?.hash ?? '')).recognise('您好,欢迎光临')[0]?.act).toBe('greet');
});

test('one training runs at a time, the same labels teach nothing new, and the same rows give the same model', async () => {
  const { server, trainer } = await stage();
  expect(codeIn(await trainer.send('POST', ROUTES.training))).toBe('nothing-to-learn');
  await label(trainer, '亲亲的宝，么么哒', ['slang']);
  await server.clock.advance(1);
  const [one, two] = await Promise.all([
    trainer.send('POST', ROUTES.training),
    trainer.send('POST', ROUTES.training),
  ]);
  expect([codeIn(one), codeIn(two)].filter(Boolean)).toEqual(['training-busy']);
  const hash = (await until(trainer)).models[0]?.hash;
  expect(codeIn(await trainer.send('POST', ROUTES.training))).toBe('nothing-to-learn');

  await server.clock.advance(1);
  await label(trainer, '亲亲的宝，么么哒', ['slang']);
  const { models } = await train(server, trainer);
  expect(models.map((model) => model.hash)).toEqual([hash, server.recognisers.builtInHash]);
});

async function until(trainer: TestVisitor): Promise<Training> {
  for (;;) {
    const state = await stateFor(trainer);
    if (state.work.is !== 'running') return state;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test('a broken line in the content folder fails the training and says where it is', async () => {
  const { server, trainer } = await stage();
  writeFileSync(
    join(server.config.scenarios, 'replies/train/broken.jsonl'),
    '{"text":"好","labels":["hello"]}\n',
  );
  await label(trainer, '亲亲的宝，么么哒', ['slang']);
  const { work, models } = await train(server, trainer);
  expect(work).toMatchObject({ is: 'failed', reason: expect.stringContaining('broken.jsonl:1') });
  expect(models).toHaveLength(1);
});

test('a server that is stopped breaks the training off and stores nothing of it', async () => {
  const { server, trainer } = await stage();
  await label(trainer, '亲亲的宝，么么哒', ['slang']);
  await server.clock.advance(1);
  await trainer.send('POST', ROUTES.training);
  await server.stop();
  const after = await startServer({ KEFU_DATA: server.config.data });
  const back = Object.assign(after.visitor(), { cookie: trainer.cookie, csrf: trainer.csrf });
  expect(await stateFor(back)).toMatchObject({ work: { is: 'idle' }, changed: true, models: [{ by: null }] });
});

test('a model that is downloaded is whole', async () => {
  const server = await startServer();
  const trainer = server.visitor();
  await trainer.setUp();
  const path = new URL(ROUTES.modelFile.replace(':id', server.recognisers.current), server.url);
  const response = await fetch(path, { headers: { cookie: trainer.cookie } });
  const packed = Buffer.from(await response.arrayBuffer());
  const model = ModelSchema.parse(JSON.parse(gunzipSync(packed).toString()));
  expect(model.hash).toBe(server.recognisers.current);
  expect(modelHash(model)).toBe(model.hash);
});
