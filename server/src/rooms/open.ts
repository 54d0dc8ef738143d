import type { FastifyInstance } from 'fastify';
import type { Services } from '../services';
import type { Storage } from '../storage/database';
import { Inbox } from '../storage/inbox';
import { RehearsalWrites } from '../storage/rehearsals';
import { Alarm } from './alarm';
import { publishTo, serveRooms } from './gateway';
import { Rooms } from './rooms';
import { ServiceClock } from './service-clock';
import type { Stage } from './stage';
import { WorkQueue } from './work-queue';

/** Rehearsals that have neither begun nor come to an end by then are broken off. */
const FORGOTTEN_AFTER_MS = 7 * 86_400_000;

export type OpenRooms = {
  /** How many rehearsals are in memory. */
  readonly live: () => number;
  readonly resume: () => Promise<void>;
  readonly abandonForgotten: () => Promise<void>;
  /** Breaks off whatever of a user is not over. */
  readonly endAllOf: (userId: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Opens the rooms in which rehearsals are played, and lets the sockets in. */
export async function openRooms(
  app: FastifyInstance,
  storage: Storage,
  services: Services,
): Promise<OpenRooms> {
  const { rehearsals, archive, recognisers, hearing, sockets } = services;
  const writes = new RehearsalWrites(storage);
  const { commits } = storage;
  const running = await rehearsals.running();
  const clock = new ServiceClock(services.clock, await rehearsals.serviceClock(), running);
  const alarm = new Alarm(clock, (id) => rooms.ring(id));
  const work = new WorkQueue(commits);
  const { metrics } = services;
  metrics.watch('kefu_replies_waiting', 'Replies that wait to be understood.', () => hearing.waiting);
  metrics.watch('kefu_work_waiting', 'Steps of rehearsals that wait for their turn.', () => work.length);
  const stage: Stage = {
    ...{ rehearsals, writes, inbox: new Inbox(storage), commits, work, archive },
    ...{ recognisers, hearing, clock, alarm, publish: publishTo(sockets), log: app.log },
  };
  const rooms = new Rooms(stage, services.config.live);
  serveRooms(app, sockets, rooms, services);
  const saveClock = () => commits.run(() => writes.saveClock(clock.now()));
  const failed = (err: unknown) => app.log.warn({ err }, 'the clock could not be stored');
  clock.keep(
    () => saveClock().catch(failed),
    () => rooms.someRun,
  );
  return {
    live: () => rooms.live,
    resume: async () => {
      // Not waited for: the first pages are wanted before the last of a thousand rehearsals is back.
      void rooms.resumeAll(running.map(({ id }) => id));
    },
    abandonForgotten: async () => {
      const before = new Date(services.clock.date().getTime() - FORGOTTEN_AFTER_MS);
      for (const id of await rehearsals.unfinishedSince(before)) {
        await rooms.use(id, (room) => room.abandon('nobody came back'));
      }
    },
    endAllOf: async (userId) => {
      for (const id of await rehearsals.unfinishedOf(userId)) {
        await rooms.use(id, (room) => room.abandon('its person is deleted'));
      }
    },
    close: async () => {
      alarm.stop();
      clock.stop();
      await rooms.settle();
      await saveClock().catch(failed);
    },
  };
}
