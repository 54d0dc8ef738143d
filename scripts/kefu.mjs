// `npm run -s kefu -- <command>`: the command line tool, with stdout left to the command alone.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { orExit, prepare, root } from './prepare.mjs';

await orExit(() => prepare({ only: ['train', 'server'] }));

const cli = join(root, 'server/dist/cli.js');
process.argv[1] = cli;
process.setSourceMapsEnabled(true);
await import(pathToFileURL(cli).href);
