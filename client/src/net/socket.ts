import { type ErrorCode, ErrorCodeSchema } from '@kefu/shared/protocol/errors';
import {
  type Ack,
  AckSchema,
  type ClientMessage,
  type ClientToServerEvents,
  type ServerMessage,
  ServerMessageSchema,
  type ServerToClientEvents,
} from '@kefu/shared/protocol/socket';
import { io, type Socket } from 'socket.io-client';

/** How long an acknowledgement may take before the message counts as not delivered, ms. */
const ACK_MS = 10_000;

export type LinkEvents = {
  connected: () => void;
  lost: () => void;
  /** The server will not have us, now or later. */
  refused: (code: ErrorCode) => void;
  message: (message: ServerMessage) => void;
};

/** The live connection of one desk. It reconnects by itself; what was not acknowledged is the caller's to send again. */
export type Link = {
  readonly online: boolean;
  /** Rejects when no acknowledgement came: the message may or may not be stored. */
  send: (message: ClientMessage) => Promise<Ack>;
  close: () => void;
};

export function openLink(on: LinkEvents): Link {
  const socket: Socket<ServerToClientEvents, ClientToServerEvents> = io({
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 500,
    // Not longer: when the server is back its clock runs, and the customer waits for a page that sleeps.
    reconnectionDelayMax: 2_000,
  });
  socket.on('connect', on.connected);
  socket.on('disconnect', (reason) => {
    on.lost();
    // socket.io does not come back by itself when the server closed the connection, e.g. to restart.
    if (reason === 'io server disconnect') socket.connect();
  });
  socket.on('connect_error', (error) => {
    const code = ErrorCodeSchema.safeParse(error.message);
    if (code.success && !socket.active) on.refused(code.data);
    else on.lost();
  });
  socket.on('message', (raw) => {
    const message = ServerMessageSchema.safeParse(raw);
    // A server with other messages is another version: joining again tells which, and brings everything.
    if (message.success) on.message(message.data);
    else socket.disconnect().connect();
  });
  return {
    get online() {
      return socket.connected;
    },
    send: (message) => delivered(socket, message),
    close: () => {
      socket.off();
      socket.disconnect();
    },
  };
}

/** Waits for the acknowledgement, the end of the connection or the end of patience, whichever is first. */
function delivered(socket: Socket<ServerToClientEvents, ClientToServerEvents>, message: ClientMessage) {
  return new Promise<Ack>((resolve, reject) => {
    if (!socket.connected) return reject(new Error('offline'));
    const lost = () => settle(() => reject(new Error('connection lost')));
    const timer = setTimeout(lost, ACK_MS);
    const settle = (how: () => void) => {
      clearTimeout(timer);
      socket.off('disconnect', lost);
      how();
    };
    socket.once('disconnect', lost);
    socket.emit('message', message, (raw) => {
      const ack = AckSchema.safeParse(raw);
      settle(() => (ack.success ? resolve(ack.data) : reject(new Error('bad acknowledgement'))));
    });
  });
}
