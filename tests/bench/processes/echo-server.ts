import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { z } from 'zod';
import { answer, usage } from './answer';

const MessageSchema = z.object({ rehearsal: z.string(), id: z.string(), text: z.string() });

/**
 * What nothing can be faster than that speaks socket.io: it acknowledges every message and does nothing with it. Asked to, it
 * also pushes one message, as a customer answers. The packets have the form of the product's.
 */
const http = createServer();
const sockets = new Server(http, { serveClient: false });
let pushes = false;
let seq = 0;

sockets.on('connection', (socket) => {
  socket.on(
    'message',
    ({ rehearsal, text }: z.infer<typeof MessageSchema>, acknowledge: (ack: object) => void) => {
      seq += 1;
      acknowledge({ ok: true, seq });
      if (!pushes) return;
      const said = { seq, at: seq, kind: 'message', typedFrom: seq, content: { text }, owes: true };
      socket.emit('message', { type: 'entries', rehearsal, now: seq, entries: [said] });
    },
  );
});

answer({
  listen: () =>
    new Promise((resolve) => {
      http.listen(0, '127.0.0.1', () => {
        const address = http.address();
        resolve({ url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}` });
      });
    }),
  pushes: (on) => {
    pushes = z.boolean().parse(on);
  },
  usage,
});
