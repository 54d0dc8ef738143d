import { AccountSchema, NewUserSchema, UserChangeSchema, UsersSchema } from '@kefu/shared/protocol/rest';
import { ROUTES } from '@kefu/shared/protocol/routes';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { allow } from '../http/guard';
import { userOf } from '../http/visitor';
import { hangUp } from '../rooms/gateway';
import type { Services } from '../services';

/** The accounts, for administrators. */
export const userRoutes: FastifyPluginAsyncZod<Services> = async (app, { users, sessions, sockets }) => {
  app.get(
    ROUTES.users,
    {
      config: allow('admin'),
      schema: { summary: '账号列表 / All accounts', response: { 200: UsersSchema } },
    },
    async () => ({
      users: await users.accounts(),
    }),
  );

  app.post(
    ROUTES.users,
    {
      config: allow('admin'),
      schema: {
        summary: '新建账号 / Create an account',
        body: NewUserSchema,
        response: { 200: AccountSchema },
      },
    },
    async (request) => {
      const account = await users.create(request.body);
      request.log.info({ by: userOf(request).id, user: account.id, role: account.role }, 'account created');
      return account;
    },
  );

  app.patch(
    ROUTES.user,
    {
      config: allow('admin'),
      schema: {
        summary: '修改账号 / Change an account',
        params: z.object({ id: z.string() }),
        body: UserChangeSchema,
        response: { 200: AccountSchema },
      },
    },
    async (request) => {
      const { id } = request.params;
      const { role, password, disabled } = request.body;
      const account = await users.change(id, request.body);
      if (password !== undefined || disabled) await sessions.endAllOf(id);
      // Open connections come back with the new role, if they may.
      hangUp.user(sockets, id);
      const changed = { role, disabled, password: password !== undefined };
      request.log.info({ by: userOf(request).id, user: id, changed }, 'account changed');
      return account;
    },
  );
};
