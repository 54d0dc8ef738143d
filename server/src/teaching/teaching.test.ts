import { ROUTES } from '@kefu/shared/protocol/routes';
import {
  type Doubtful,
  DoubtfulSchema,
  type Label,
  LabelledSchema,
  LabelSchema,
} from '@kefu/shared/protocol/teaching';
import { LabelledReplySchema } from '@kefu/shared/understanding/labelled-reply';
import { expect, test } from 'vitest';
import { seat } from '../testing/played';
import { everybody, startServer, type TestServer } from '../testing/test-server';
import { bodyAs, codeIn, type TestVisitor } from '../testing/test-visitor';

/** Nothing that service staff say: no act is recognised in it. */
const ODD = '天王盖地虎宝塔镇河妖';

/** A trainer, and a rehearsal in which an odd reply was given. */
async function stage(): Promise<{ server: TestServer; trainer: TestVisitor; heard: string }> {
  const server = await startServer();
  const { trainer } = await everybody(server);
  const { desk, id } = await seat(server);
  const words = desk.pushed.flatMap((entry) =>
    entry.kind === 'message' && 'text' in entry.content ? [entry.content.text] : [],
  );
  await desk.reply(id, ODD, 'odd');
  await desk.shown('odd');
  return { server, trainer, heard: words.join(' ') };
}

const doubtfulFor = async (visitor: TestVisitor): Promise<Doubtful> =>
  bodyAs(DoubtfulSchema, await visitor.send('GET', ROUTES.doubtful));

const label = async (visitor: TestVisitor, body: unknown): Promise<Label> =>
  bodyAs(LabelSchema, await visitor.send('POST', ROUTES.labels, { body }));

test('a reply in which nothing was recognised is put before the trainers with the words it answered, without a name', async () => {
  const { trainer, heard } = await stage();
  const answer = await trainer.send('GET', ROUTES.doubtful);
  const { replies, left } = bodyAs(DoubtfulSchema, answer);
  expect(replies.map(({ text, context, times }) => ({ text, context, times }))).toEqual([
    { text: ODD, context: heard, times: 1 },
  ]);
  expect(left).toBe(1);
  expect(replies[0]?.suggestions).toHaveLength(33);
  expect(JSON.stringify(answer.body)).not.toMatch(/游客|guest/);
});

test('the same words in answer to the same words are asked once, however often they were written', async () => {
  const { server, trainer } = await stage();
  const again = await seat(server);
  await again.desk.reply(again.id, ODD);
  const elsewhere = await seat(server);
  await elsewhere.desk.reply(elsewhere.id, '您好，我马上帮您看一下');
  await server.clock.advance(15_000);
  await elsewhere.desk.reply(elsewhere.id, ODD, 'odd');
  await elsewhere.desk.shown('odd');
  const { replies } = await doubtfulFor(trainer);
  expect(replies.filter(({ text }) => text === ODD).map(({ times }) => times)).toEqual([2, 1]);
});

test('what is labelled or passed over is not asked again, and comes back when that is undone', async () => {
  const { trainer, heard } = await stage();
  for (const labels of [['slang', 'curt'], [], null]) {
    const saved = await label(trainer, { text: ODD, context: heard, labels });
    expect((await doubtfulFor(trainer)).left).toBe(0);
    const removed = await trainer.send('DELETE', ROUTES.label.replace(':id', saved.id));
    expect(bodyAs(LabelSchema, removed)).toEqual(saved);
    expect((await doubtfulFor(trainer)).left).toBe(1);
  }
  const gone = await trainer.send('DELETE', ROUTES.label.replace(':id', 'none'));
  expect(codeIn(gone)).toBe('not-found');
});

test('labels are kept over a restart in their documented order, and a correction takes the place of the first opinion', async () => {
  const { server, trainer, heard } = await stage();
  await label(trainer, { text: ODD, context: heard, labels: ['slang', 'curt'] });
  const corrected = await label(trainer, { text: ODD, context: heard, labels: ['slang', 'confront'] });
  await server.stop();
  const after = await startServer({ KEFU_DATA: server.config.data });
  const back = Object.assign(after.visitor(), { cookie: trainer.cookie, csrf: trainer.csrf });
  const { labels } = bodyAs(LabelledSchema, await back.send('GET', ROUTES.labels));
  expect(labels).toEqual([{ ...corrected, labels: ['confront', 'slang'], by: 'trainer' }]);
});

test('labels that exclude each other, stand twice or do not exist are refused, and so is a reply without words', async () => {
  const { trainer } = await stage();
  const wrong = [
    { text: '好', context: '', labels: ['decline', 'rigid'] },
    { text: '好', context: '', labels: ['urge', 'pushy'] },
    { text: '好', context: '', labels: ['greet', 'greet'] },
    { text: '好', context: '', labels: ['hello'] },
    { text: ' ', context: '', labels: [] },
    { text: '好', labels: [] },
  ];
  for (const body of wrong) {
    const answer = await trainer.send('POST', ROUTES.labels, { body });
    expect([answer.status, codeIn(answer)]).toEqual([400, 'bad-request']);
  }
});

test('the export holds what was labelled in the form of the content folder, and leaves out what was passed over', async () => {
  const { trainer } = await stage();
  await label(trainer, { text: '亲亲，安排上了', context: '好了吗', labels: ['resolve'] });
  await label(trainer, { text: ODD, context: '', labels: [] });
  await label(trainer, { text: '？', context: '', labels: null });
  const { body, headers } = await trainer.send('GET', ROUTES.labelsFile);
  expect(headers.get('content-disposition')).toContain('.jsonl');
  const lines = String(body).trimEnd().split('\n');
  expect(lines.map((line) => LabelledReplySchema.parse(JSON.parse(line)))).toEqual(
    expect.arrayContaining([
      { text: '亲亲，安排上了', context: '好了吗', labels: ['resolve'] },
      { text: ODD, labels: [] },
    ]),
  );
  expect(lines).toHaveLength(2);
});
