import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { buildApp } from '@kefu/server/app';
import { readConfig } from '@kefu/server/config';
import { z } from 'zod';
import { answer, usage } from './answer';
import { fastClock } from './fast-clock';

const [data = '', speed = '1'] = process.argv.slice(2);

/** The whole product on a durable database; only its clock is the benchmark's. */
const kefu = await buildApp(
  readConfig({ KEFU_DATA: data, KEFU_GUESTS: 'on', KEFU_LIVE: '20000', LOG_LEVEL: 'warn' }),
  fastClock(Number(speed)),
);
const profiler = new Session();

answer({
  listen: async () => ({ url: await kefu.app.listen({ host: '127.0.0.1', port: 0 }) }),
  usage,
  live: () => kefu.rooms.live(),
  startProfile: async () => {
    profiler.connect();
    await profiler.post('Profiler.enable');
    await profiler.post('Profiler.start');
  },
  stopProfile: async (file) => {
    const { profile } = await profiler.post('Profiler.stop');
    writeFileSync(z.string().parse(file), JSON.stringify(profile));
    profiler.disconnect();
  },
});
