import { emptyDesk, reduce } from '@kefu/client/features/desk/live/desk-state';
import { type Moment, momentAt } from '@kefu/client/transcript/moment';
import { openWait, type Wait } from '@kefu/client/transcript/waiting';
import { ManualClock } from '@kefu/server/testing/manual-clock';
import { type Seated, seat, waitForEnd } from '@kefu/server/testing/played';
import { startServer, type TestServer } from '@kefu/server/testing/test-server';
import { bodyAs } from '@kefu/server/testing/test-visitor';
import { type Replay, ReplaySchema } from '@kefu/shared/protocol/replay';
import { ROUTES } from '@kefu/shared/protocol/routes';
import { expect, test } from 'vitest';

/** What an agent sees at one moment of the rehearsal's clock. */
type Seen = { now: number; moment: Moment; wait: Wait | null };

const timing = ({ desk }: Replay) => ({ limits: desk.limits, pace: desk.rehearsal.pace });

/** Everything that the desk of a trainee showed, once for each moment at which something reached it. */
function seenLive({ desk: { messages }, joined }: Seated, replay: Replay): Seen[] {
  const arrival = reduce(emptyDesk([]), { type: 'joined', joined, local: 0 });
  const seen = new Map<number, Seen>();
  messages.reduce((before, message) => {
    const desk = reduce(before, { type: 'heard', message, local: 0 });
    const { entries, typing, over } = desk;
    seen.set(message.now, {
      now: message.now,
      moment: { entries, typing, over },
      wait: openWait(entries, timing(replay)),
    });
    return desk;
  }, arrival);
  return [...seen.values()];
}

async function replayOf({ trainee, id }: Seated): Promise<Replay> {
  return bodyAs(ReplaySchema, await trainee.send('GET', ROUTES.replay.replace(':id', id)));
}

/** A talk with a burst, an action, an answer while the customer types, and a long silence at its end. */
async function talk(server: TestServer, { desk, id }: Seated): Promise<void> {
  // The clock stands still until the desk shows it, as it all but does where time passes by itself.
  const act = async (action: object, inputId: string) => {
    const { ok } = await desk.act(id, action, inputId);
    if (ok) await desk.shown(inputId);
  };
  const say = async (text: string, inputId: string) => {
    const { ok } = await desk.reply(id, text, inputId);
    if (ok) await desk.shown(inputId);
  };
  await act({ do: 'look-up-order' }, 'look');
  await say('您好，您等着穿裙子的心情我特别理解', 'hello');
  await server.clock.advance(700);
  await say('我马上帮您看订单', 'wait');
  await server.clock.advance(4_000);
  await say('您是今天早上5点付的款，明天下午给您发出', 'answer');
  await server.clock.advance(30_000);
  await act({ do: 'coupon', with: { amount: 500 } }, 'coupon');
  await server.clock.advance(45_000);
  await say('请问您是有急用吗？', 'question');
  await server.clock.advance(12_000);
}

test.each([
  ['practice', 'emotional', 1],
  ['practice', 'doubtful', 1.5],
  ['exam', 'rational', 1],
])(
  'a replay shows at every moment what the desk showed live (%s, %s, pace %s)',
  async (mode, persona, pace) => {
    const server = await startServer({}, new ManualClock());
    const seated = await seat(server, { mode, persona, pace, seed: 7 });
    await talk(server, seated);
    await waitForEnd(server, seated);

    const replay = await replayOf(seated);
    expect([...seated.joined.entries, ...seated.desk.pushed]).toEqual(replay.views);
    const live = seenLive(seated, replay);
    expect(live.length).toBeGreaterThan(20);
    expect(live.some(({ moment }) => moment.typing)).toBe(true);
    const replayed = live.map(({ now }): Seen => {
      const moment = momentAt(replay.views, now);
      return { now, moment, wait: openWait(moment.entries, timing(replay)) };
    });
    expect(replayed).toEqual(live);
    // Between two messages nothing changed on the desk.
    live.slice(1).forEach(({ now }, index) => {
      const before = live[index];
      if (before) expect(momentAt(replay.views, (before.now + now) / 2)).toEqual(before.moment);
    });
    expect(replayed.at(-1)?.moment.over).toBe(true);
  },
);
