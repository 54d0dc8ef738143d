import { JournalSchema } from '@kefu/shared/protocol/journal';
import { ROUTES } from '@kefu/shared/protocol/routes';
import { FoundWorkNoteSchema } from '@kefu/shared/protocol/work-notes';
import { expect, test } from 'vitest';
import { seat, waitForEnd } from '../testing/played';
import { startServer } from '../testing/test-server';
import { bodyAs, codeIn } from '../testing/test-visitor';

test('the note is written after the end, can be written anew, and stands in the work log of its trainee', async () => {
  const server = await startServer();
  const seated = await seat(server);
  const { trainee, id } = seated;
  const path = ROUTES.workNote.replace(':id', id);
  const body = { issue: '催发货', promise: '明天下午发出', cause: '' };
  expect(codeIn(await trainee.send('POST', path, { body }))).toBe('still-running');

  await waitForEnd(server, seated);
  expect(bodyAs(FoundWorkNoteSchema, await trainee.send('GET', path)).note).toBeNull();
  await trainee.send('POST', path, { body });
  await trainee.send('POST', path, { body: { ...body, cause: '面料晚到' } });
  const { entries } = bodyAs(JournalSchema, await trainee.send('GET', ROUTES.journal));
  expect(entries).toMatchObject([
    { from: 'after', note: { ...body, cause: '面料晚到' }, rehearsal: { id, title: { zh: '什么时候发货' } } },
  ]);

  const other = server.visitor();
  await other.comeAsGuest();
  expect(codeIn(await other.send('POST', path, { body }))).toBe('unknown-rehearsal');
  expect(bodyAs(JournalSchema, await other.send('GET', ROUTES.journal)).entries).toEqual([]);
});
