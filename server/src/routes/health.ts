import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isSameSecret } from '../auth/secrets';
import { type Config, isLoopback } from '../config';
import type { Metrics } from '../metrics';
import { Refusal } from '../refusal';
import type { Storage } from '../storage/database';

/** For supervisors and load balancers: 200 while the database answers. */
export function registerHealth(app: FastifyInstance, { db }: Storage): void {
  app.get('/healthz', { schema: { hide: true } }, async () => {
    await db.selectFrom('service').select('id').execute();
    return { status: 'ok' };
  });
}

/** For Prometheus: from this very computer, or with the token of the configuration; for others there is nothing here. */
export function registerMetrics(app: FastifyInstance, metrics: Metrics, config: Config): void {
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    if (!maySee(request, config)) throw new Refusal('not-found');
    return reply.type(metrics.contentType).send(await metrics.text());
  });
}

function maySee({ ip, headers }: FastifyRequest, { metricsToken }: Config): boolean {
  const [scheme, given = ''] = (headers.authorization ?? '').split(' ');
  if (metricsToken !== undefined && scheme === 'Bearer' && isSameSecret(given, metricsToken)) return true;
  // What a proxy on this computer hands on comes from elsewhere.
  return isLoopback(ip) && headers['x-forwarded-for'] === undefined && headers.forwarded === undefined;
}
