import { z } from 'zod';
import { type Benchmark, figure } from '../figure';
import { Crowd } from './crowd';
import { talks } from './library';
import { inFolder, Station, startDojo } from './servers';

/** Turns that every rehearsal has behind it: the middle of a usual one. */
const TURNS = 5;
/** Rehearsals that are begun by one load of connections. */
const AT_ONCE = 500;

/** What a live rehearsal takes of the heap, when nobody is connected: all of them wait for their trainees. */
export const memory: Benchmark = {
  name: 'memory',
  title: 'Memory of live rehearsals',
  async run({ short, say }) {
    const count = short ? 500 : 10_000;
    const words = talks(TURNS);
    return inFolder(async (folder) => {
      const station = await Station.open(startDojo(folder, { node: ['--expose-gc'] }));
      try {
        const crowd = new Crowd(station.url);
        // What is loaded once for all rehearsals is none of them.
        await play(station, crowd, words, words.length);
        const before = await station.usage();
        for (let begun = 0; begun < count; begun += AT_ONCE) {
          say(`${begun} of ${count} rehearsals`);
          await play(station, crowd, words, AT_ONCE);
        }
        const after = await station.usage();
        const live = await station.server.ask(z.number(), 'live');
        if (live < count) throw new Error(`only ${live} rehearsals are in memory`);
        const each = (of: 'heap' | 'resident') => (after[of] - before[of]) / count / 1024;
        return [
          figure(`heap per live rehearsal, ${count} of them`, 'KB', [each('heap')], { atMost: 16 }),
          figure(`resident per live rehearsal, ${count} of them`, 'KB', [each('resident')]),
        ];
      } finally {
        await station.close();
      }
    });
  },
};

async function play(
  station: Station,
  crowd: Crowd,
  words: ReturnType<typeof talks>,
  count: number,
): Promise<void> {
  await station.sit(await crowd.startMany(words, count));
  await station.saturate(TURNS);
  await station.leave();
}
