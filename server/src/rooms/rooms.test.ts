import { ReportSchema } from '@kefu/shared/protocol/rest';
import { expect, test } from 'vitest';
import { startServer } from '../testing/test-server';

test('a rehearsal is played from the first message to the report', async () => {
  const server = await startServer({ LOG_LEVEL: 'warn' });
  const trainee = server.visitor();
  await trainee.comeAsGuest();
  const id = await trainee.startRehearsal();
  const desk = await server.desk(trainee);
  const joined = await desk.join(id);
  expect(joined).toMatchObject({ now: 0, kind: 'gap', over: false });
  await server.clock.advance(10_000);
  await desk.until(({ pushed }) => pushed.some(({ kind }) => kind === 'message'));
  const ack = await desk.reply(id, '您好,我马上帮您查一下订单');
  expect(ack).toMatchObject({ ok: true });
  await server.clock.advance(15 * 60_000);
  await desk.until(({ pushed }) => pushed.some(({ kind }) => kind === 'ended'));
  const report = ReportSchema.parse((await trainee.send('GET', `/api/rehearsals/${id}/report`)).body);
  expect(report.rehearsal.status).toBe('over');
  console.log(report.rehearsal, desk.pushed.slice(0, 6));
});
