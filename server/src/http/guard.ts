import '@fastify/cookie';
import type { Role } from '@kefu/shared/protocol/rest';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isCsrfOf } from '../auth/sessions';
import { Throttle } from '../auth/throttle';
import { Refusal } from '../refusal';
import type { Services } from '../services';
import { isOwnOrigin } from './origin';
import { findVisitor, giveToken, type Visitor } from './visitor';

/** Who may use a route: every route of the API says so in its `config`. */
export type Allowed = readonly Role[] | 'anyone';

/** Requests of one person: far more than pages make, far fewer than reports the server can work out. */
const FLOOD = { burst: 300, perMinute: 600 };

declare module 'fastify' {
  interface FastifyContextConfig {
    allow?: Allowed;
  }
  interface FastifyRequest {
    visitor: Visitor;
  }
}

export const allow = (...roles: readonly Role[]): { allow: Allowed } => ({ allow: roles });
export const allowAnyone: { allow: Allowed } = { allow: 'anyone' };

/**
 * Stands before all routes that are registered after it in the same scope: finds out who asks, and lets nobody through whom
 * the route does not name, no change from a foreign page and no change without the session's CSRF token, and nobody who asks without end.
 */
export function guard(
  app: FastifyInstance,
  { config, sessions, clock }: Pick<Services, 'config' | 'sessions' | 'clock'>,
): void {
  const flood = new Throttle({ ...FLOOD, clock });
  app.decorateRequest('visitor');
  app.addHook('onRoute', ({ url, method, config: route }) => {
    if (!route?.allow) throw new Error(`${method} ${url} does not say who may use it`);
  });
  app.addHook('onRequest', async (request, reply) => {
    const changes = request.method !== 'GET' && request.method !== 'HEAD';
    if (changes && !isOwnOrigin(request.headers, config)) throw new Refusal('foreign-origin');
    const visitor = await findVisitor(request.cookies, sessions);
    request.visitor = visitor;
    checkRole(request);
    if (visitor.session) flood.take(visitor.session.user.id);
    if (changes && !hasCsrfToken(request)) throw new Refusal('bad-csrf');
    if (visitor.token && visitor.session && sessions.isStale(visitor.session)) {
      // A session that cannot be prolonged now is prolonged another time.
      await sessions.prolong(visitor.session.id).catch((error: unknown) => request.log.warn(error));
      giveToken(reply, config, visitor.token);
    }
  });
}

function checkRole({ visitor, routeOptions }: FastifyRequest): void {
  const allowed = routeOptions.config.allow ?? [];
  if (allowed === 'anyone') return;
  if (!visitor.session) throw new Refusal('not-signed-in');
  if (!allowed.includes(visitor.session.user.role)) throw new Refusal('not-allowed');
}

function hasCsrfToken({ visitor, headers }: FastifyRequest): boolean {
  const csrf = headers['x-csrf-token'];
  return visitor.token !== undefined && typeof csrf === 'string' && isCsrfOf(visitor.token, csrf);
}
