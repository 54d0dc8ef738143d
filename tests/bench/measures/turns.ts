import { z } from 'zod';
import { type Benchmark, type Figure, figure, type Setting } from '../figure';
import { pairedRatios } from '../statistics';
import { Crowd } from './crowd';
import { talks } from './library';
import { besideEcho, echoing, type Load } from './servers';

/** Turns of one talk, and in a slice. */
const TURNS = 16;
/** The echo is so much quicker that its slice needs more of them. */
const ECHOES = 5;
/** A process becomes quick by running: what it does before says nothing about a server that is up for days. */
const WARM = 4_000;

type Round = Record<'bare' | 'before' | 'dojo' | 'after', Load>;

/**
 * The whole turn at saturation: everybody answers as soon as the customer has spoken. Each round measures the bare echo, the
 * echo with one pushed message, the product, and the echo with one pushed message again, which is the control.
 */
async function measure(crowdSize: number, { short, say }: Setting): Promise<Figure[]> {
  const rounds = short ? 2 : 7;
  const turnsEach = crowdSize > 500 ? 4 : TURNS;
  const words = talks(TURNS);
  const profile = process.env.KEFU_BENCH_PROFILE;
  return besideEcho(async (dojo, echo) => {
    const crowd = new Crowd(dojo.url);
    const slices = async () => {
      const seats = await crowd.start(words, crowdSize);
      await dojo.sit(seats);
      const echoes = async (pushes: boolean): Promise<Load> => {
        await echo.server.ask(z.null(), 'pushes', pushes);
        await echo.sit(repeated(echoing(seats, pushes ? 1 : 0)));
        return echo.saturate(turnsEach * ECHOES);
      };
      return { echoes, turns: () => dojo.saturate(turnsEach) };
    };
    for (let warm = 0; warm < WARM; warm += crowdSize * turnsEach) {
      say(`warming up, ${warm} of ${WARM} turns`);
      const { echoes, turns: turn } = await slices();
      await turn();
      await echoes(true);
    }
    const done: Round[] = [];
    for (let round = 1; round <= rounds; round++) {
      say(`round ${round} of ${rounds}`);
      const { echoes, turns: turn } = await slices();
      const bare = await echoes(false);
      const before = await echoes(true);
      if (profile && round === rounds) await dojo.server.ask(z.null(), 'startProfile');
      const own = await turn();
      if (profile && round === rounds) await dojo.server.ask(z.null(), 'stopProfile', profile);
      done.push({ bare, before, dojo: own, after: await echoes(true) });
    }
    return figures(crowdSize, done);
  });
}

function figures(crowdSize: number, rounds: readonly Round[]): Figure[] {
  const rate = (of: keyof Round) => rounds.map((round) => (round[of].turns / round[of].ms) * 1000);
  const cost = (of: keyof Round) => rounds.map((round) => round[of].cpu / round[of].turns);
  const half = (a: readonly number[], b: readonly number[]) =>
    a.map((value, at) => (value + (b[at] ?? value)) / 2);
  const push = { rate: half(rate('before'), rate('after')), cost: half(cost('before'), cost('after')) };
  const named = (what: string) => `${what}, ${crowdSize} rehearsals`;
  return [
    figure(named('echo'), 'messages/s', rate('bare')),
    figure(named('echo + one push'), 'turns/s', push.rate),
    figure(named('full turn'), 'turns/s', rate('dojo')),
    figure(named('full turn : echo + one push'), '×', pairedRatios(rate('dojo'), push.rate), {
      atLeast: 0.5,
    }),
    figure(named('control: echo + one push : itself'), '×', pairedRatios(rate('after'), rate('before'))),
    figure(named('server CPU, echo + one push'), 'µs', push.cost),
    figure(named('server CPU, full turn'), 'µs', cost('dojo')),
    figure(named('server CPU, echo + one push : full turn'), '×', pairedRatios(push.cost, cost('dojo'))),
  ];
}

/** The words may be the same again: the echo does not read them. */
const repeated = (seats: ReturnType<typeof echoing>) =>
  seats.map((seat) => ({ ...seat, turns: Array.from({ length: ECHOES }, () => seat.turns).flat() }));

export const turns: readonly Benchmark[] = [200, 1_000].map((crowdSize) => ({
  name: `turns-${crowdSize}`,
  title: `Whole turns with ${crowdSize} rehearsals`,
  run: (setting) => measure(crowdSize, setting),
}));
