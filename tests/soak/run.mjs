// `npm run soak`: prepares the recogniser if it is stale, then kills servers for some minutes.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { exitOf, orExit, prepare, root } from '../../scripts/prepare.mjs';

await orExit(() => prepare({ only: ['train'] }));
const main = join(root, 'tests/soak/main.ts');
const args = ['--import', 'tsx', main, ...process.argv.slice(2)];
process.exitCode = await exitOf(spawn(process.execPath, args, { cwd: root, stdio: 'inherit' }));
