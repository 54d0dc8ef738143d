import { ReportSchema } from '@kefu/shared/protocol/report';
import { DeskSchema } from '@kefu/shared/protocol/rest';
import { ROUTES } from '@kefu/shared/protocol/routes';
import { PROTOCOL_VERSION } from '@kefu/shared/protocol/socket';
import { ReceiptSchema, verifyReceipt } from '@kefu/shared/scoring/receipt';
import { expect, test } from 'vitest';
import { loadRecogniser } from '../cli/load-recogniser';
import { seat, waitForEnd } from '../testing/played';
import { everybody, startServer } from '../testing/test-server';
import { bodyAs, codeIn } from '../testing/test-visitor';

const at = (route: string, id: string) => route.replace(':id', id);

test('a rehearsal is played from the first words to a report and a receipt that verifies', async () => {
  const server = await startServer();
  const seated = await seat(server);
  const { trainee, desk, id } = seated;
  expect(codeIn(await trainee.send('GET', at(ROUTES.report, id)))).toBe('still-running');
  await desk.reply(id, '您好，我马上帮您查一下订单');
  await desk.act(id, { do: 'look-up-order' });
  await waitForEnd(server, seated);

  const report = bodyAs(ReportSchema, await trainee.send('GET', at(ROUTES.report, id)));
  expect(report.rehearsal).toMatchObject({ status: 'over', score: report.scorecard.total });
  expect(report.log.map(({ seq }) => seq)).toEqual(report.log.map((_, index) => index + 1));

  const answer = await trainee.send('GET', at(ROUTES.receipt, id));
  expect(answer.headers.get('content-disposition')).toMatch(
    /^attachment; filename="kefu-shipping-time-.+\.json"$/,
  );
  const receipt = bodyAs(ReceiptSchema, answer);
  expect(receipt.scorecard).toEqual(report.scorecard);
  expect(verifyReceipt(receipt, server.library.current(), loadRecogniser(server.config.model))).toEqual([]);
});

test('the clock starts when the trainee joins, not when the rehearsal is made', async () => {
  const server = await startServer();
  const trainee = server.visitor();
  await trainee.comeAsGuest();
  const id = await trainee.startRehearsal();
  await server.clock.advance(60_000);
  const before = bodyAs(DeskSchema, await trainee.send('GET', at(ROUTES.desk, id)));
  expect(before.begun).toBe(false);
  const desk = await server.desk(trainee);
  expect((await desk.join(id)).now).toBe(0);
  expect(bodyAs(DeskSchema, await trainee.send('GET', at(ROUTES.desk, id))).begun).toBe(true);
});

test('the customer is seen typing before each message', async () => {
  const server = await startServer();
  const { desk } = await seat(server);
  expect(desk.messages.slice(0, 2).map(({ type }) => type)).toEqual(['typing', 'entries']);
});

test('two tabs of one trainee both see everything, and both may write', async () => {
  const server = await startServer();
  const { trainee, desk, id } = await seat(server);
  const second = await server.desk(trainee);
  const joined = await second.join(id);
  await desk.reply(id, '您好，我帮您看一下', 'first-tab');
  await second.reply(id, '请稍等哦', 'second-tab');
  for (const tab of [desk, second]) await tab.shown('second-tab');
  const all = [...joined.entries, ...second.pushed].map(({ seq }) => seq);
  expect(all).toEqual(all.map((_, index) => index + 1));
  expect(desk.pushed.filter(({ kind }) => kind === 'reply')).toEqual(
    second.pushed.filter(({ kind }) => kind === 'reply'),
  );
});

test('a coach watches silently and sees no more than the trainee', async () => {
  const server = await startServer();
  const { trainee, coach } = await everybody(server);
  const id = await trainee.startRehearsal();
  const watching = await server.desk(coach);
  // Watching does not start somebody's clock.
  expect(await watching.join(id)).toMatchObject({ now: 0, entries: [] });
  const playing = await server.desk(trainee);
  const { entries } = await playing.join(id);
  await server.clock.advance(10_000);
  await watching.until(({ pushed }) => pushed.length >= entries.length + playing.pushed.length);
  expect(watching.pushed).toEqual([...entries, ...playing.pushed]);
  expect(await watching.reply(id, '我来帮你说')).toEqual({ ok: false, code: 'not-allowed' });
});

test('another trainee learns nothing of a rehearsal, not even that there is one', async () => {
  const server = await startServer();
  const { id } = await seat(server);
  const stranger = server.visitor();
  await stranger.comeAsGuest();
  const desk = await server.desk(stranger);
  for (const rehearsal of [id, 'none']) {
    const join = await desk.send({ type: 'join', version: PROTOCOL_VERSION, rehearsal, after: 0 });
    expect(join).toEqual({ ok: false, code: 'unknown-rehearsal' });
    expect(await desk.reply(rehearsal, '您好')).toEqual({ ok: false, code: 'unknown-rehearsal' });
    expect(codeIn(await stranger.send('GET', at(ROUTES.desk, rehearsal)))).toBe('unknown-rehearsal');
  }
});

test('the same seed gives the same customer to the word', async () => {
  const server = await startServer();
  const [one, two] = [await seat(server, { seed: 7 }), await seat(server, { seed: 7 })];
  for (const { desk, id } of [one, two]) await desk.reply(id, '请稍等');
  for (const seated of [one, two]) await waitForEnd(server, seated);
  const words = ({ desk }: typeof one) =>
    desk.pushed.flatMap((entry) => (entry.kind === 'message' ? [entry.content] : []));
  expect(words(one).length).toBeGreaterThan(3);
  // They began ten seconds apart, so one of them was silent ten seconds longer before the reply.
  expect(words(one).slice(0, 2)).toEqual(words(two).slice(0, 2));
});

test('an exam shows no mood, neither on the desk nor while it runs', async () => {
  const server = await startServer();
  const seated = await seat(server, { mode: 'exam' });
  const desk = bodyAs(DeskSchema, await seated.trainee.send('GET', at(ROUTES.desk, seated.id)));
  expect(desk.mood).toBeNull();
  await waitForEnd(server, seated);
  expect(seated.desk.pushed.map(({ kind }) => kind)).not.toContain('mood');
});

test('attempts and best scores appear in the library of who made them', async () => {
  const server = await startServer();
  const seated = await seat(server);
  await waitForEnd(server, seated);
  const { body } = await seated.trainee.send('GET', ROUTES.library);
  expect(JSON.stringify(body)).toContain('"attempts":{"rational":{"count":1,"best":');
});
