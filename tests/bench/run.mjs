// `npm run bench`: prepares what is stale, bundles the benchmark as the server itself is bundled, and becomes it.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { exitOf, orExit, prepare, root } from '../../scripts/prepare.mjs';

await orExit(async () => {
  await prepare();
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const build = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: join(root, 'tests/bench'),
    stdio: ['ignore', 2, 2],
  });
  if ((await exitOf(build)) !== 0) throw new Error('the benchmark could not be built');
});

process.setSourceMapsEnabled(true);
await import(pathToFileURL(join(root, 'build/bench/main.js')).href);
