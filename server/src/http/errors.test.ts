import { join } from 'node:path';
import { ERRORS } from '@kefu/shared/protocol/errors';
import { ErrorReplySchema } from '@kefu/shared/protocol/rest';
import { ROUTES } from '@kefu/shared/protocol/routes';
import fastify from 'fastify';
import { expect, test } from 'vitest';
import { repositoryRoot } from '../cli/repository';
import { errorsPage } from '../testing/errors-page';
import { startServer } from '../testing/test-server';
import { bodyAs, codeIn } from '../testing/test-visitor';
import { sendError } from './errors';

test('docs/errors.md says what the table of errors says', async () => {
  // After a change of the table: npx vitest run http/errors -u
  await expect(errorsPage()).toMatchFileSnapshot(join(repositoryRoot(), 'docs/errors.md'));
});

test('what goes wrong inside does not show outside', async () => {
  const app = fastify();
  app.setErrorHandler(sendError);
  app.get('/', async () => {
    throw new Error('secret path /var/lib/kefu');
  });
  const { statusCode, body } = await app.inject('/');
  expect([statusCode, JSON.parse(body)]).toEqual([500, { code: 'internal', message: ERRORS.internal.zh }]);
});

test('a form that is not valid is answered with what is wrong where', async () => {
  const server = await startServer();
  const visitor = server.visitor();
  await visitor.arrive();
  const answer = await visitor.send('POST', ROUTES.setup, {
    body: { name: 'x', password: 'short', extra: 1 },
  });
  const { code, fields } = bodyAs(ErrorReplySchema, answer);
  expect([answer.status, code]).toEqual([400, 'bad-request']);
  expect(fields?.map(({ path }) => path)).toEqual(['name', 'password', '']);
  expect(fields?.[1]?.message).toBe('至少 8 位');
});

test('broken and oversized requests get codes, too', async () => {
  const server = await startServer();
  const visitor = server.visitor();
  await visitor.arrive();
  const large = { name: 'x'.repeat(100_000), password: 'longenough' };
  const tooLarge = await visitor.send('POST', ROUTES.signIn, { body: large });
  expect([tooLarge.status, codeIn(tooLarge)]).toEqual([413, 'too-large']);
  const noJson = await visitor.send('POST', ROUTES.signIn, { headers: { 'content-type': 'text/yaml' } });
  expect([noJson.status, codeIn(noJson)]).toEqual([400, 'bad-request']);
  const none = await visitor.send('GET', '/api/nothing');
  expect([none.status, codeIn(none)]).toEqual([404, 'not-found']);
});

test('the health of the server can be asked by programs', async () => {
  const server = await startServer();
  expect(await server.visitor().send('GET', '/healthz')).toMatchObject({
    status: 200,
    body: { status: 'ok' },
  });
});
