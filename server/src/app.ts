import cookies from '@fastify/cookie';
import fastify, { type FastifyInstance, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { Groups } from './auth/groups';
import { Sessions } from './auth/sessions';
import { Users } from './auth/users';
import { loadModel } from './cli/load-recogniser';
import { type Clock, systemClock } from './clock';
import type { Config } from './config';
import { Archive } from './content/archive';
import { Library } from './content/library';
import { BuiltIn, Recognisers } from './content/recognisers';
import { Hearing } from './hearing/hearing';
import { Listener } from './hearing/listener';
import { sendError } from './http/errors';
import { guard } from './http/guard';
import { registerHeaders } from './http/headers';
import { registerPages } from './http/pages';
import { Metrics } from './metrics';
import { removeForgottenGuests } from './persons/forgotten-guests';
import { openSockets } from './rooms/gateway';
import { type OpenRooms, openRooms } from './rooms/open';
import { registerDocs } from './routes/docs';
import { examRoutes } from './routes/exams';
import { groupRoutes } from './routes/groups';
import { registerHealth, registerMetrics } from './routes/health';
import { libraryRoutes } from './routes/library';
import { personRoutes } from './routes/persons';
import { phraseRoutes } from './routes/phrases';
import { progressRoutes } from './routes/progress';
import { rehearsalRoutes } from './routes/rehearsals';
import { sessionRoutes } from './routes/session';
import { teachingRoutes } from './routes/teaching';
import { userRoutes } from './routes/users';
import { workNoteRoutes } from './routes/work-notes';
import type { Services } from './services';
import { openDatabase, type Storage } from './storage/database';
import { Journal } from './storage/journal';
import { Labels } from './storage/labels';
import { Models } from './storage/models';
import { Phrases } from './storage/phrases';
import { Rehearsals } from './storage/rehearsals';
import { WorkNotes } from './storage/work-notes';
import { ModelTraining } from './teaching/training';

const HOUR_MS = 3_600_000;
/** How long a request may take to arrive whole. */
const REQUEST_MS = 30_000;

export type KefuApp = {
  readonly app: FastifyInstance;
  readonly library: Library;
  readonly recognisers: Recognisers;
  readonly listener: Listener;
  readonly hearing: Hearing;
  readonly storage: Storage;
  readonly rooms: OpenRooms;
};

/** What takes long to load and never changes; who starts several servers can load it once. */
type Loaded = { readonly library: Library; readonly builtIn: BuiltIn; readonly listener: Listener };

export const loadParts = ({ scenarios, model }: Pick<Config, 'scenarios' | 'model'>): Loaded => ({
  library: new Library(scenarios),
  builtIn: new BuiltIn(loadModel(model)),
  listener: new Listener(),
});

/** Puts the whole server together, all but the listening. `app.close()` ends everything that it has begun. */
export async function buildApp(
  config: Config,
  clock: Clock = systemClock,
  { library, builtIn, listener }: Loaded = loadParts(config),
): Promise<KefuApp> {
  const storage = await openDatabase(config);
  const app: FastifyInstance = fastify({
    // To the standard error output: what is said to people stands alone on the other one.
    logger: { level: config.logLevel, stream: process.stderr },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 64 * 1024,
    // Nobody may hold a connection by sending a request in drops.
    requestTimeout: REQUEST_MS,
    // A proxy on the same computer may say for whom it asks, nobody else.
    trustProxy: 'loopback',
    forceCloseConnections: true,
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(sendError);

  await registerHeaders(app, config.origin?.startsWith('https:') ?? false);
  await app.register(cookies);
  await registerDocs(app);

  const sessions = new Sessions(storage, clock);
  const rehearsals = new Rehearsals(storage);
  const models = new Models(storage);
  const recognisers = await Recognisers.open(models, builtIn, { clock, log: app.log });
  const archive = new Archive(storage.db);
  const hearing = new Hearing(listener, { archive, recognisers });
  const users = new Users(storage.db, clock);
  const sockets = openSockets(app, { config, sessions });
  const labels = new Labels(storage);
  const metrics = new Metrics();
  metrics.watch('kefu_connections', 'Open live connections.', () => sockets.engine.clientsCount);
  const training = new ModelTraining({ config, clock, log: app.log, models, labels, recognisers });
  const workNotes = new WorkNotes(storage);
  const services: Services = {
    ...{ config, clock, users, sessions, sockets, library, archive, recognisers, hearing, rehearsals },
    ...{
      metrics,
      models,
      labels,
      training,
      groups: new Groups(storage.db, clock),
      journal: new Journal(storage, workNotes),
    },
    ...{ phrases: new Phrases(storage), workNotes },
  };
  const rooms = await openRooms(app, storage, services);
  registerHealth(app, storage);
  registerMetrics(app, metrics, config);
  await app.register(async (api) => {
    guard(api, services);
    for (const routes of [
      sessionRoutes,
      userRoutes,
      groupRoutes,
      libraryRoutes,
      rehearsalRoutes,
      examRoutes,
      progressRoutes,
      teachingRoutes,
      phraseRoutes,
      workNoteRoutes,
    ]) {
      await api.register(routes, services);
    }
    await api.register(personRoutes, { ...services, storage, rooms });
  });
  await registerPages(app, config.client);

  const tidy = async () => {
    await sessions.removeExpired();
    await rooms.abandonForgotten();
    await removeForgottenGuests(storage, { users, clock, rooms });
  };
  const cancel = every(
    clock,
    HOUR_MS,
    () => void tidy().catch((err) => app.log.warn({ err }, 'could not tidy up')),
  );
  app.addHook('onReady', async () => {
    // Tried again when a rehearsal is to begin.
    await recognisers.kept().catch((err) => app.log.warn({ err }, 'the recogniser could not be stored'));
    await rooms.resume();
  });
  app.addHook('preClose', async () => {
    cancel();
    await training.stop();
    await sockets.close();
    await rooms.close();
    hearing.close();
  });
  app.addHook('onClose', () => storage.close());
  return { app, library, recognisers, listener, hearing, storage, rooms };
}

/** Does something now and then until the result is called. */
function every(clock: Clock, ms: number, run: () => void): () => void {
  let cancel = () => {};
  const next = () => {
    cancel = clock.after(ms, next);
    run();
  };
  next();
  return () => cancel();
}
