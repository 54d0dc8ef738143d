import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { repositoryRoot } from '@kefu/server/cli/repository';
import { type Benchmark, figure } from '../figure';
import { library } from './library';

/** What a trainer waits for: `kefu check --prove`, of the whole library. */
export const prove: Benchmark = {
  name: 'prove',
  title: 'Proving the library',
  async run({ short, say }) {
    const root = repositoryRoot();
    const files = [...library().content.scripts.values()].slice(0, short ? 1 : undefined);
    say(`${files.length} scripts`);
    const began = performance.now();
    const paths = files.map(({ file }) => join(root, 'scenarios', file));
    const cli = join(root, 'server/dist/cli.js');
    const child = spawn(process.execPath, [cli, 'check', '--prove', '--json', ...paths], { stdio: 'ignore' });
    // 1: a script was refuted, which takes as long.
    const [code] = await once(child, 'exit');
    if (code !== 0 && code !== 1) throw new Error(`kefu check ended with ${code}`);
    const what = `${files.length} scripts proved with every persona`;
    return [figure(what, 's', [(performance.now() - began) / 1000])];
  },
};
