import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { type Benchmark, figure } from '../figure';
import { Crowd } from './crowd';
import { talks } from './library';
import { inFolder, Station, startDojo } from './servers';

const TURNS = 5;

/** A server is killed in the middle of its rehearsals; another one goes on with them from the log. */
export const resume: Benchmark = {
  name: 'resume',
  title: 'Going on after a kill',
  async run({ short, say }) {
    const [count, rounds] = short ? [100, 1] : [1_000, 5];
    const words = talks(TURNS);
    return inFolder(async (folder) => {
      say(`${count} rehearsals begin`);
      const station = await Station.open(startDojo(folder));
      const crowd = new Crowd(station.url);
      await station.sit(await crowd.startMany(words, count));
      await station.saturate(TURNS);
      await station.close();
      const listening: number[] = [];
      const resumed: number[] = [];
      for (let round = 1; round <= rounds; round++) {
        say(`round ${round} of ${rounds}`);
        const began = performance.now();
        // At the usual speed: nobody's time runs out while all of them come back.
        const server = startDojo(folder, { speed: 1 });
        const next = await Station.open(server);
        const up = performance.now();
        while ((await server.ask(z.number(), 'live')) < count) await sleep(2);
        resumed.push(performance.now() - up);
        listening.push(up - began);
        await next.close();
      }
      return [
        figure(`${count} rehearsals resumed, from listening on`, 's', seconds(resumed), { atMost: 2 }),
        figure(`process start to listening with ${count} rehearsals`, 's', seconds(listening)),
      ];
    });
  },
};

const seconds = (ms: readonly number[]) => ms.map((one) => one / 1000);
