import { spawnSync } from 'node:child_process';
import { type Benchmark, figure } from '../figure';
import { library } from './library';

/** What `kefu check --prove` takes for the whole library, with as many threads as the machine has cores. */
export const prove: Benchmark = {
  name: 'prove',
  title: 'Proving the library',
  async run({ short }) {
    const { content } = library();
    const files = [...content.scripts.values()].map(({ file }) => `scenarios/${file}`);
    const some = short ? files.slice(0, 2) : files;
    const began = performance.now();
    const { status } = spawnSync(
      process.execPath,
      ['scripts/kefu.mjs', 'check', '--prove', '--json', ...some],
      {
        maxBuffer: 1 << 28,
      },
    );
    const seconds = (performance.now() - began) / 1000;
    if (status === 2 || status === null) throw new Error(`kefu check --prove ended with ${status}`);
    return [figure(`${some.length} scripts and adaptations proved with every persona`, 's', [seconds])];
  },
};
