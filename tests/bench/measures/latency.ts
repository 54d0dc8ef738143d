import { z } from 'zod';
import { type Benchmark, type Figure, figure } from '../figure';
import { pairedRatios } from '../statistics';
import { Crowd } from './crowd';
import { talks } from './library';
import { besideEcho, echoing, type Load } from './servers';

const PER_SECOND = 1_000;
const CROWD = 200;
/** Turns of one talk: enough for a slice. */
const TURNS = 16;
/** A process becomes quick by running, each of its threads for itself. */
const WARM = 4;

type Round = Record<'before' | 'dojo' | 'after', Load>;
const SHARES = ['p50', 'p95', 'p99'] as const;
const GOALS = { p50: { atMost: 2 }, p95: { atMost: 3 }, p99: undefined };

/** How long an acknowledgement takes at a fixed load, beside the bare echo's at the same load and its control. */
export const latency: Benchmark = {
  name: 'latency',
  title: `Acknowledgements at ${PER_SECOND} messages/s`,
  async run({ short, say }) {
    const [rounds, ms] = short ? [2, 800] : [7, 2_000];
    const words = talks(TURNS);
    return besideEcho(async (dojo, echo) => {
      const crowd = new Crowd(dojo.url);
      await echo.server.ask(z.null(), 'pushes', false);
      const done: Round[] = [];
      for (let round = 1 - WARM; round <= rounds; round++) {
        say(round <= 0 ? 'warming up' : `round ${round} of ${rounds}`);
        const seats = await crowd.start(words, CROWD);
        await dojo.sit(seats);
        await echo.sit([...echoing(seats, 0), ...echoing(seats, 0)]);
        const before = await echo.offer(PER_SECOND, ms);
        const own = await dojo.offer(PER_SECOND, ms);
        const after = await echo.offer(PER_SECOND, ms);
        if (round > 0) done.push({ before, dojo: own, after });
        await Promise.all([dojo.leave(), echo.leave()]);
      }
      return figures(done);
    });
  },
};

function figures(rounds: readonly Round[]): Figure[] {
  return SHARES.flatMap((share) => {
    const of = (one: keyof Round) => rounds.map((round) => round[one].latency[share]);
    const echo = rounds.map(({ before, after }) => (before.latency[share] + after.latency[share]) / 2);
    return [
      figure(`${share} of the echo`, 'ms', echo),
      figure(`${share} of the full turn`, 'ms', of('dojo')),
      figure(`${share}, full turn : echo`, '×', pairedRatios(of('dojo'), echo), GOALS[share]),
      figure(`${share}, control: echo : itself`, '×', pairedRatios(of('after'), of('before'))),
    ];
  });
}
