// `npm start`: prepares what is stale, then becomes the server.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { orExit, prepare, root } from './prepare.mjs';

await orExit(prepare);

// npm hands SIGTERM to the shell between it and us, and that shell dies without handing it on. So losing the parent
// counts as the signal; otherwise stopping `npm start` would leave the server running unseen.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  watch.unref();
}

// In this very process: half a second quicker than a child, and signals reach the server by themselves.
const main = join(root, 'server/dist/main.js');
process.argv[1] = main;
process.setSourceMapsEnabled(true);
await import(pathToFileURL(main).href);
