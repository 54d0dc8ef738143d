import { CredentialsSchema, PasswordChangeSchema, SessionSchema } from '@kefu/shared/protocol/rest';
import { ROUTES } from '@kefu/shared/protocol/routes';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { WITH_ACCOUNT } from '../auth/roles';
import { csrfOf } from '../auth/sessions';
import { Throttle } from '../auth/throttle';
import { nameKey } from '../auth/users';
import { Admission } from '../http/admission';
import { allow, allowAnyone } from '../http/guard';
import { giveFreshToken, userOf } from '../http/visitor';
import { Refusal } from '../refusal';
import type { Services } from '../services';

/** Guessing one account's password from one place. */
const PER_NAME = { burst: 10, perMinute: 5 };
/** A whole class may sit behind one address. */
const PER_PLACE = { burst: 200, perMinute: 100 };

/** Signing in and out, and one's own password. */
export const sessionRoutes: FastifyPluginAsyncZod<Services> = async (app, services) => {
  const { config, users, clock } = services;
  const admission = new Admission(services);
  const perName = new Throttle({ ...PER_NAME, clock });
  const perPlace = new Throttle({ ...PER_PLACE, clock });
  const answer = (summary: string) => ({ summary, response: { 200: SessionSchema } });

  app.get(
    ROUTES.session,
    { config: allowAnyone, schema: answer('当前会话 / The present session') },
    async (request, reply) => {
      const { token, session } = request.visitor;
      reply.header('cache-control', 'no-store');
      return admission.present(session?.user ?? null, token ? csrfOf(token) : giveFreshToken(reply, config));
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
      return admission.admit(reply, user);
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
      return admission.admit(reply, user);
    },
  );

  app.post(
    ROUTES.guest,
    { config: allowAnyone, schema: answer('游客试练 / Come as a guest') },
    async (request, reply) => {
      if (!config.guests) throw new Refusal('guests-off');
      perPlace.take(request.ip);
      return admission.admit(reply, await users.createGuest());
    },
  );

  app.post(
    ROUTES.signOut,
    { config: allowAnyone, schema: answer('退出 / Sign out') },
    async (request, reply) => {
      if (request.visitor.session) await admission.dismiss(request.visitor.session.id);
      return admission.present(null, giveFreshToken(reply, config));
    },
  );

  app.post(
    ROUTES.signOutEverywhere,
    { config: allow(...WITH_ACCOUNT), schema: answer('在所有设备上退出 / Sign out everywhere') },
    async (request, reply) => {
      await admission.dismissAll(userOf(request));
      return admission.present(null, giveFreshToken(reply, config));
    },
  );

  app.post(
    ROUTES.password,
    {
      config: allow(...WITH_ACCOUNT),
      schema: { body: PasswordChangeSchema, ...answer('修改自己的密码 / Change one’s password') },
    },
    async (request, reply) => {
      const user = userOf(request);
      perName.take(`${request.ip} ${nameKey(user.name)}`);
      if (!(await users.withPassword(user.name, request.body.old))) throw new Refusal('wrong-password');
      await users.setPassword(user.id, request.body.password);
      await admission.dismissAll(user);
      return admission.admit(reply, user);
    },
  );
};
