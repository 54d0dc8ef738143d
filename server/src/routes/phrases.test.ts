import { MAX_PHRASES, PhraseSchema, PhrasesSchema } from '@kefu/shared/protocol/phrases';
import { ROUTES } from '@kefu/shared/protocol/routes';
import { expect, test } from 'vitest';
import { everybody, startServer } from '../testing/test-server';
import { bodyAs, codeIn, type TestVisitor } from '../testing/test-visitor';

const at = (route: string, id: string) => route.replace(':id', id);
const add = async (visitor: TestVisitor, title: string, text = `${title}的内容`) =>
  bodyAs(PhraseSchema, await visitor.send('POST', ROUTES.phrases, { body: { title, text } }));
const titles = async (visitor: TestVisitor) =>
  bodyAs(PhrasesSchema, await visitor.send('GET', ROUTES.phrases)).phrases.map(({ title }) => title);

test('phrases are kept for their user, the most used first', async () => {
  const server = await startServer();
  const { trainee } = await everybody(server);
  await add(trainee, '催单');
  const thanks = await add(trainee, '谢谢');
  await add(trainee, '道歉');
  const used = await trainee.send('POST', at(ROUTES.phraseUses, thanks.id));
  expect(bodyAs(PhraseSchema, used)).toEqual({ ...thanks, uses: 1 });
  expect((await titles(trainee))[0]).toBe('谢谢');

  const changed = await trainee.send('PATCH', at(ROUTES.phrase, thanks.id), { body: { title: '感谢' } });
  expect(bodyAs(PhraseSchema, changed)).toMatchObject({ title: '感谢', text: '谢谢的内容', uses: 1 });
  await trainee.send('DELETE', at(ROUTES.phrase, thanks.id));
  expect((await titles(trainee)).toSorted()).toEqual(['催单', '道歉'].toSorted());
});

test('nobody sees or touches the phrases of another, whatever their role', async () => {
  const server = await startServer();
  const { trainee, coach, admin, guest } = await everybody(server);
  const { id } = await add(trainee, '我的话');
  for (const other of [coach, admin, guest]) {
    expect(await titles(other)).toEqual([]);
    const tries = [
      await other.send('PATCH', at(ROUTES.phrase, id), { body: { text: '改掉' } }),
      await other.send('POST', at(ROUTES.phraseUses, id)),
      await other.send('DELETE', at(ROUTES.phrase, id)),
    ];
    expect(tries.map(codeIn)).toEqual(['not-found', 'not-found', 'not-found']);
  }
  expect(bodyAs(PhrasesSchema, await trainee.send('GET', ROUTES.phrases)).phrases).toMatchObject([
    { text: '我的话的内容', uses: 0 },
  ]);
});

test('an empty or overlong phrase is refused at its field, and there is an end to their number', async () => {
  const server = await startServer();
  const { trainee } = await everybody(server);
  const refused = await trainee.send('POST', ROUTES.phrases, {
    body: { title: ' ', text: '字'.repeat(501) },
  });
  expect(refused.body).toMatchObject({
    code: 'bad-request',
    fields: [{ path: 'title' }, { path: 'text' }],
  });
  for (let n = 0; n < MAX_PHRASES; n += 1) await add(trainee, `第${n}条`);
  const over = await trainee.send('POST', ROUTES.phrases, { body: { title: '多一条', text: '多了' } });
  expect(codeIn(over)).toBe('too-many-phrases');
});
