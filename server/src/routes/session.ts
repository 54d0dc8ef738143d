import {
  CredentialsSchema,
  PasswordChangeSchema,
  type Session,
  SessionSchema,
  type User,
} from '@kefu/shared/protocol/rest';
import { ROUTES } from '@kefu/shared/protocol/routes';
import type { FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { csrfOf } from '../auth/sessions';
import { Throttle } from '../auth/throttle';
import { nameKey } from '../auth/users';
import { allow, allowAnyone } from '../http/guard';
import { giveFreshToken, giveToken, userOf } from '../http/visitor';
import { Refusal } from '../refusal';
import { hangUp } from '../rooms/gateway';
import type { Services } from '../services';

/** Guessing one account's password from one place. */
const PER_NAME = { burst: 10, perMinute: 5 };
/** A whole class may sit behind one address. */
const PER_PLACE = { burst: 200, perMinute: 100 };

/** Guests have no account. */
const ACCOUNTS = ['trainee', 'trainer', 'coach', 'admin'] as const;

/** Signing in and out, and one's own password. */
export const sessionRoutes: FastifyPluginAsyncZod<Services> = async (app, services) => {
  const { config, users, sessions, sockets, clock } = services;
  const perName = new Throttle({ ...PER_NAME, clock });
  const perPlace = new Throttle({ ...PER_PLACE, clock });
  const answer = (summary: string) => ({ summary, response: { 200: SessionSchema } });

  const present = async (user: User | null, csrf: string): Promise<Session> => ({
    user: user && { id: user.id, name: user.name, role: user.role },
    csrf,
    needsSetup: await users.needsSetup(),
    guestsAllowed: config.guests,
  });

  /** Begins a session under a new token, so that nobody can have planted it, and ends the browser's old one. */
  async function admit(reply: FastifyReply, user: User): Promise<Session> {
    const before = reply.request.visitor.session;
    const { token } = await sessions.begin(user.id);
    if (before) await dismiss(before.id);
    return present(user, giveToken(reply, config, token));
  }

  async function dismiss(id: string): Promise<void> {
    await sessions.end(id);
    hangUp.session(sockets, id);
  }

  async function dismissAll(user: User): Promise<void> {
    await sessions.endAllOf(user.id);
    hangUp.user(sockets, user.id);
  }

  app.get(
    ROUTES.session,
    { config: allowAnyone, schema: answer('当前会话 / The present session') },
    async (request, reply) => {
      const { token, session } = request.visitor;
      reply.header('cache-control', 'no-store');
      return present(session?.user ?? null, token ? csrfOf(token) : giveFreshToken(reply, config));
    },
  );

  app.post(
    ROUTES.setup,
    {
      config: allowAnyone,
      schema: { body: CredentialsSchema, ...answer('创建第一位管理员 / Create the first administrator') },
    },
    async (request, reply) => {
      perPlace.take(request.ip);
      const user = await users.createFirstAdmin(request.body.name, request.body.password);
      request.log.info({ user: user.id }, 'first administrator created');
      return admit(reply, user);
    },
  );

  app.post(
    ROUTES.signIn,
    { config: allowAnyone, schema: { body: CredentialsSchema, ...answer('登录 / Sign in') } },
    async (request, reply) => {
      const { name, password } = request.body;
      perPlace.take(request.ip);
      perName.take(`${request.ip} ${nameKey(name)}`);
      const user = await users.withPassword(name, password);
      if (!user) throw new Refusal('wrong-password');
      request.log.info({ user: user.id }, 'signed in');
      return admit(reply, user);
    },
  );

  app.post(
    ROUTES.guest,
    { config: allowAnyone, schema: answer('游客试练 / Come as a guest') },
    async (request, reply) => {
      if (!config.guests) throw new Refusal('guests-off');
      perPlace.take(request.ip);
      return admit(reply, await users.createGuest());
    },
  );

  app.post(
    ROUTES.signOut,
    { config: allowAnyone, schema: answer('退出 / Sign out') },
    async (request, reply) => {
      if (request.visitor.session) await dismiss(request.visitor.session.id);
      return present(null, giveFreshToken(reply, config));
    },
  );

  app.post(
    ROUTES.signOutEverywhere,
    { config: allow(...ACCOUNTS), schema: answer('在所有设备上退出 / Sign out everywhere') },
    async (request, reply) => {
      await dismissAll(userOf(request));
      return present(null, giveFreshToken(reply, config));
    },
  );

  app.post(
    ROUTES.password,
    {
      config: allow(...ACCOUNTS),
      schema: { body: PasswordChangeSchema, ...answer('修改自己的密码 / Change one’s password') },
    },
    async (request, reply) => {
      const user = userOf(request);
      perName.take(`${request.ip} ${nameKey(user.name)}`);
      if (!(await users.withPassword(user.name, request.body.old))) throw new Refusal('wrong-password');
      await users.setPassword(user.id, request.body.password);
      await dismissAll(user);
      return admit(reply, user);
    },
  );
};
