import type { User } from '@kefu/shared/protocol/rest';
import {
  type Ack,
  type ClientMessage,
  type ClientToServerEvents,
  MAX_REPLY_LENGTH,
  type ServerToClientEvents,
} from '@kefu/shared/protocol/socket';
import type { FastifyInstance } from 'fastify';
import { Server, type Socket } from 'socket.io';
import { standing } from '../auth/roles';
import type { Sessions } from '../auth/sessions';
import { Throttle } from '../auth/throttle';
import type { Clock } from '../clock';
import type { Config } from '../config';
import { codeOf } from '../http/errors';
import { isOwnOrigin } from '../http/origin';
import { findVisitor } from '../http/visitor';
import type { Metrics } from '../metrics';
import { Refusal } from '../refusal';
import type { Room } from './room';
import type { Rooms } from './rooms';
import { readMessage } from './socket-messages';
import { cutUnread } from './unread';

type NoEvents = Record<string, never>;
/** The token names the session; it is looked up again at every message, so that ended sessions end at once. */
type SocketData = { token: string };
export type Sockets = Server<ClientToServerEvents, ServerToClientEvents, NoEvents, SocketData>;
type KefuSocket = Socket<ClientToServerEvents, ServerToClientEvents, NoEvents, SocketData>;

/** Larger messages end the connection. A reply that is much too long still fits, so that it can be told so. */
const MAX_MESSAGE_BYTES = MAX_REPLY_LENGTH * 32;

/** Messages of one connection: faster than anybody writes; what a script sends beyond it is refused. */
const FLOOD = { burst: 40, perMinute: 300 };

/** Messages of one person, over all their connections: several customers at once, in several windows. */
const PERSONAL_FLOOD = { burst: 120, perMinute: 900 };

/** Connections of one person: more windows than anybody looks at. */
const MOST_CONNECTIONS = 40;

/** Names of socket.io rooms. */
const CHANNEL = {
  rehearsal: (id: string) => `rehearsal ${id}`,
  session: (id: string) => `session ${id}`,
  user: (id: string) => `user ${id}`,
};

type Gate = { readonly config: Config; readonly sessions: Sessions };

/** Opens the socket server: it lets in who is signed in, from pages of this server only. */
export function openSockets(app: FastifyInstance, { config, sessions }: Gate): Sockets {
  const sockets: Sockets = new Server(app.server, {
    serveClient: false,
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    allowRequest: ({ headers }, decide) => {
      const own = isOwnOrigin(headers, config);
      decide(own ? null : 'foreign-origin', own);
    },
  });
  const admit = async (socket: KefuSocket): Promise<void> => {
    const cookies = app.parseCookie(socket.handshake.headers.cookie ?? '');
    const { token, session } = await findVisitor(cookies, sessions);
    if (!token || !session) throw new Refusal('not-signed-in');
    const open = sockets.of('/').adapter.rooms.get(CHANNEL.user(session.user.id))?.size ?? 0;
    if (open >= MOST_CONNECTIONS) throw new Refusal('too-many-connections');
    socket.data.token = token;
    await socket.join([CHANNEL.session(session.id), CHANNEL.user(session.user.id)]);
  };
  // The client reads the code from the message of the error.
  sockets.use((socket, next) => {
    admit(socket).then(
      () => next(),
      (error: unknown) => next(new Refusal(codeOf(error))),
    );
  });
  return sockets;
}

/** Ends the connections of a session that has ended, or of a user whose rights have changed. */
export const hangUp = {
  session: (sockets: Sockets, id: string) => sockets.in(CHANNEL.session(id)).disconnectSockets(true),
  user: (sockets: Sockets, id: string) => sockets.in(CHANNEL.user(id)).disconnectSockets(true),
};

/** Sends to everyone who follows a rehearsal. */
export const publishTo =
  (sockets: Sockets) =>
  (message: Parameters<ServerToClientEvents['message']>[0]): void => {
    sockets.to(CHANNEL.rehearsal(message.rehearsal)).emit('message', message);
  };

/** Answers what clients send. Every message gets an acknowledgement: what it asked for, or a code. */
export function serveRooms(
  app: FastifyInstance,
  sockets: Sockets,
  rooms: Rooms,
  { sessions, clock, metrics }: { sessions: Sessions; clock: Clock; metrics: Metrics },
): void {
  const flood = new Throttle({ ...FLOOD, clock });
  const personalFlood = new Throttle({ ...PERSONAL_FLOOD, clock });
  const watch = cutUnread(app.log, metrics);
  sockets.on('connection', (socket) => {
    watch(socket);
    socket.use(([event, ...args], next) => {
      if (event === 'message') return next();
      const acknowledge: unknown = args.at(-1);
      if (typeof acknowledge === 'function') acknowledge({ ok: false, code: 'unknown-event' } satisfies Ack);
    });
    socket.on('message', async (raw, acknowledge) => {
      const send = typeof acknowledge === 'function' ? acknowledge : () => {};
      const answered = metrics.arrival();
      try {
        flood.take(socket.id);
        await answer(socket, readMessage(raw), send);
        answered('ok');
      } catch (error) {
        const code = codeOf(error);
        answered(code);
        if (!(error instanceof Refusal)) app.log.error({ err: error, code }, 'message failed');
        send({ ok: false, code });
      }
    });
  });

  async function answer(socket: KefuSocket, message: ClientMessage, send: (ack: Ack) => void): Promise<void> {
    const session = await sessions.find(socket.data.token);
    if (!session) throw new Refusal('not-signed-in');
    const { user } = session;
    personalFlood.take(user.id);
    await rooms.use(message.rehearsal, async (room) => {
      switch (message.type) {
        case 'join': {
          const begins = mustSee(user, room) === 'owner';
          const follow = () => socket.join(CHANNEL.rehearsal(message.rehearsal));
          const joined = await room.join({ begins, after: message.after, follow });
          send({ ok: true, joined });
          if (room.isTyping) {
            socket.emit('message', {
              type: 'typing',
              rehearsal: joined.rehearsal,
              now: joined.now,
            });
          }
          return;
        }
        case 'reply':
          mustOwn(user, room);
          return send({
            ok: true,
            seq: await room.take({ type: 'reply', id: message.id, text: message.text }),
          });
        case 'act':
          mustOwn(user, room);
          return send({
            ok: true,
            seq: await room.take({ type: 'action', id: message.id, action: message.action }),
          });
      }
    });
  }
}

function mustSee(user: User, { row }: Room): 'owner' | 'observer' {
  const found = standing(user, row);
  if (found === 'stranger') throw new Refusal('unknown-rehearsal');
  return found;
}

function mustOwn(user: User, room: Room): void {
  if (mustSee(user, room) !== 'owner') throw new Refusal('not-allowed');
}
