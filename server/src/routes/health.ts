import type { FastifyInstance } from 'fastify';
import type { Storage } from '../storage/database';

/** For supervisors and load balancers: 200 while the database answers. */
export function registerHealth(app: FastifyInstance, { db }: Storage): void {
  app.get('/healthz', { schema: { hide: true } }, async () => {
    await db.selectFrom('service').select('id').execute();
    return { status: 'ok' };
  });
}
