import '@fastify/cookie';
import type { User } from '@kefu/shared/protocol/rest';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { csrfOf, newToken, SESSION_DAYS, type Sessions, type SignedIn } from '../auth/sessions';
import type { Config } from '../config';
import { Refusal } from '../refusal';

/** Who sent a request. Everybody gets a cookie with a token; for those who signed in it names their session. */
export type Visitor = { readonly token: string | undefined; readonly session: SignedIn | undefined };

const COOKIE = 'kefu';
const TOKEN = /^[\w-]{43}$/;

export async function findVisitor(
  cookies: Readonly<Record<string, string | undefined>>,
  sessions: Sessions,
): Promise<Visitor> {
  const token = cookies[COOKIE];
  if (token === undefined || !TOKEN.test(token)) return { token: undefined, session: undefined };
  return { token, session: await sessions.find(token) };
}

/** The user behind a request that only signed-in users can make. */
export function userOf({ visitor }: FastifyRequest): User {
  if (!visitor.session) throw new Refusal('not-signed-in');
  return visitor.session.user;
}

/** Puts the token into the visitor's cookie. Returns its CSRF token. */
export function giveToken(reply: FastifyReply, { origin }: Pick<Config, 'origin'>, token: string): string {
  reply.setCookie(COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: origin?.startsWith('https:') === true || reply.request.protocol === 'https',
    maxAge: SESSION_DAYS * 86_400,
  });
  return csrfOf(token);
}

/** A token that names no session: only for the CSRF token of what can be done without one. */
export const giveFreshToken = (reply: FastifyReply, config: Pick<Config, 'origin'>): string =>
  giveToken(reply, config, newToken());
