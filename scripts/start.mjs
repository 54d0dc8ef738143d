// `npm start`: prepares what is stale, then becomes the server.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { orExit, prepare, root } from './prepare.mjs';

await orExit(prepare);

// In this very process: half a second quicker than a child, and signals reach the server by themselves.
const main = join(root, 'server/dist/main.js');
process.argv[1] = main;
process.setSourceMapsEnabled(true);
await import(pathToFileURL(main).href);
