// The thread that understands replies. Meanwhile the event loop of the server goes on: nobody's message waits for it.
import { MessagePort, parentPort } from 'node:worker_threads';
import { createRecogniser, type Recogniser } from '@kefu/shared/understanding/recogniser';
import { type PreparedTeaching, prepareTeaching, understand } from '@kefu/shared/understanding/understand';
import { createBirpc } from 'birpc';
import { z } from 'zod';
import { keyOf } from '../content/pins';
import { LastUsed } from '../last-used';
import { callsThrough, type Listening, type Supply } from './question';

/** How many recognisers live at once, about 20 MB each: the current one, and those that rehearsals have begun with. */
const RECOGNISERS = 4;

/** How many cases are prepared: those of a whole class, and no more when scripts are edited for weeks. */
const TAUGHT = 500;

const recognisers = new LastUsed<Recogniser>(RECOGNISERS);
const taught = new LastUsed<PreparedTeaching>(TAUGHT);

parentPort?.on('message', (port) => serve(z.instanceof(MessagePort).parse(port)));

/** Hashes mean the same everywhere, so that servers share what has been made for one of them. */
function serve(port: MessagePort): void {
  const server = createBirpc<Supply, Listening>(
    {
      understand: async ({ recogniser: hash, pins, text, heard }) => {
        const recogniser = await recognisers.get(hash, async () =>
          createRecogniser(await server.model(hash)),
        );
        const teaching = await taught.get(`${keyOf(pins)}/${hash}`, async () =>
          prepareTeaching(recogniser, await server.teaching(pins)),
        );
        return understand(recogniser, teaching, text, heard);
      },
    },
    callsThrough(port),
  );
}
