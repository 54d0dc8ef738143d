import { buildApp } from '@kefu/server/app';
import { readConfig } from '@kefu/server/config';
import { fastClock } from '../bench/processes/fast-clock';

/** How much quicker the customers live: their talks come to an end while the soak lasts. */
const SPEED = 60;

/** The whole product on a durable database; only its clock is the soak's. */
const config = readConfig(process.env);
const { app } = await buildApp(config, fastClock(SPEED));
console.log(await app.listen({ host: config.host, port: config.port }));
