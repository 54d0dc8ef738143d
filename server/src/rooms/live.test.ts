import { expect, test } from 'vitest';
import { seat } from '../testing/played';
import { startServer } from '../testing/test-server';

test('rehearsals that wait leave memory and go on from their logs when their time or their trainee comes', async () => {
  const server = await startServer({ KEFU_LIVE: '1' });
  const [first, second, third] = [await seat(server), await seat(server), await seat(server)];
  expect(server.rooms.live()).toBe(1);
  const before = first.desk.pushed.length;

  // Only their alarms can bring them back: nobody writes.
  await server.clock.advance(60_000);
  for (const { desk } of [first, second, third]) {
    await desk.until(({ pushed }) => pushed.filter(({ kind }) => kind === 'message').length > 1);
  }
  expect(first.desk.pushed.length).toBeGreaterThan(before);

  const acknowledged = await first.desk.reply(first.id, '您好，我马上帮您查一下订单', 'once');
  await second.desk.reply(second.id, '您好，请稍等');
  // The reply is known again by its id, although the rehearsal has been out of memory in between.
  expect(await first.desk.reply(first.id, '您好，我马上帮您查一下订单', 'once')).toEqual(acknowledged);
  expect(server.rooms.live()).toBe(1);
  // The first entry came with joining, everything after it exactly once.
  expect(first.desk.pushed.map(({ seq }) => seq)).toEqual(first.desk.pushed.map((_, index) => index + 2));
});
