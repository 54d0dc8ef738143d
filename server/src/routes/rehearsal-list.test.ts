import { RehearsalsSchema } from '@kefu/shared/protocol/rest';
import { ROUTES } from '@kefu/shared/protocol/routes';
import { expect, test } from 'vitest';
import { LIST_LENGTH } from '../storage/rehearsals';
import { everybody, startServer } from '../testing/test-server';
import { bodyAs, type TestVisitor } from '../testing/test-visitor';

async function pagesOf(visitor: TestVisitor): Promise<string[][]> {
  const pages: string[][] = [];
  let before = '';
  do {
    const page = bodyAs(RehearsalsSchema, await visitor.send('GET', `${ROUTES.rehearsals}${before}`));
    pages.push(page.rehearsals.map(({ id }) => id));
    before = page.next === null ? '' : `?before=${page.next}`;
  } while (before !== '');
  return pages;
}

test('the list of rehearsals goes on page by page to the oldest, each once and only what one may see', async () => {
  const server = await startServer();
  const { trainee, guest, coach } = await everybody(server);
  const first = await trainee.startRehearsal();
  const foreign = await guest.startRehearsal();
  // Many of the very same moment, and older ones.
  server.storage.connection.exec(`
    with recursive n(i) as (select 1 union all select i + 1 from n where i < ${LIST_LENGTH + 50})
    insert into rehearsal select 'copy' || i, user_id, script, persona, variant, title, script_hash, shop_hash, persona_hash,
      rubric_hash, recogniser_hash, seed, pace, mode, iif(i % 2, created_at, '2020-01-01T00:00:00.000Z'), begun_at, status,
      ending, score, passed, scorecard, overlays, exam_key, retake_by, retake_at from rehearsal, n where id = '${first}'`);
  const own = await pagesOf(trainee);
  expect(own.map(({ length }) => length)).toEqual([LIST_LENGTH, 51]);
  expect(new Set(own.flat()).size).toBe(LIST_LENGTH + 51);
  expect(own.flat()).not.toContain(foreign);
  expect((await pagesOf(coach)).flat()).toContain(foreign);
  expect((await pagesOf(guest)).flat()).toEqual([foreign]);
});
