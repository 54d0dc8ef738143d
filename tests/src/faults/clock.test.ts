import { ServiceClock } from '@kefu/server/rooms/service-clock';
import { Rehearsals } from '@kefu/server/storage/rehearsals';
import { ManualClock } from '@kefu/server/testing/manual-clock';
import { seat, waitForEnd } from '@kefu/server/testing/played';
import { startServer, type TestServer } from '@kefu/server/testing/test-server';
import { expect, test } from 'vitest';

const DAY_MS = 86_400_000;

const logOf = ({ storage }: TestServer, id: string) => new Rehearsals(storage).entries(id);

test.each([
  { direction: 'forward', ms: DAY_MS },
  { direction: 'back', ms: -DAY_MS },
])(
  'the calendar set $direction by a day changes nothing of a rehearsal, and signs nobody out',
  async ({ ms }) => {
    const [steady, set] = [await startServer(), await startServer()];
    const [one, two] = [await seat(steady, { seed: 5 }), await seat(set, { seed: 5 })];
    set.clock.setCalendar(ms);
    for (const [server, { desk, id }] of [
      [steady, one],
      [set, two],
    ] as const) {
      expect(await desk.reply(id, '您好，我马上帮您查', 'r1')).toMatchObject({ ok: true });
      await waitForEnd(server, { desk });
    }
    expect(await logOf(set, two.id)).toEqual(await logOf(steady, one.id));
    expect((await two.trainee.arrive()).user).not.toBeNull();
  },
);

test('a session ends when the calendar says so, also after a jump', async () => {
  const server = await startServer();
  const visitor = server.visitor();
  await visitor.comeAsGuest();
  server.clock.setCalendar(15 * DAY_MS);
  expect((await visitor.arrive()).user).toBeNull();
});

test('a customer who was left alone while the computer slept or hung says what it would have said, each at its time', async () => {
  const [steady, hung] = [await startServer(), await startServer()];
  const [one, two] = [await seat(steady, { seed: 5 }), await seat(hung, { seed: 5 })];
  await steady.clock.advance(10 * 60_000);
  await hung.clock.leap(10 * 60_000);
  await waitForEnd(hung, two);
  expect(await logOf(hung, two.id)).toEqual(await logOf(steady, one.id));
});

test('the service clock never goes back behind what it has stored, nor behind what has happened', () => {
  const clock = new ManualClock();
  const at = (stored: number, begunAt: number, lastAt: number | null) =>
    new ServiceClock(clock, stored, [{ id: 'x', begunAt, lastAt }]).now();
  expect(at(5_000, 1_000, 2_000)).toBe(5_000);
  // Killed before it could store the time, but after it had stored an entry.
  expect(at(5_000, 4_000, 2_500)).toBe(6_500);
  expect(at(5_000, 9_000, null)).toBe(9_000);
});
