import { ErasureSchema } from '@kefu/shared/protocol/persons';
import { AccountSchema, SessionSchema } from '@kefu/shared/protocol/rest';
import { ROUTES } from '@kefu/shared/protocol/routes';
import type { FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { EVERY_ROLE } from '../auth/roles';
import { Throttle } from '../auth/throttle';
import { Admission } from '../http/admission';
import { allow } from '../http/guard';
import { giveFreshToken, userOf } from '../http/visitor';
import { checkErasable, erasePerson } from '../persons/erase';
import { personData } from '../persons/person-data';
import { Refusal } from '../refusal';
import type { OpenRooms } from '../rooms/open';
import type { Services } from '../services';
import type { Storage } from '../storage/database';

/** Files with all of somebody's data, and guesses of one's own password: per user. */
const RARELY = { burst: 5, perMinute: 2 };

const ParamsSchema = z.object({ id: z.string() });

type With = Services & { readonly storage: Storage; readonly rooms: OpenRooms };

/** A person's data as a file, and its deletion: for oneself, and for administrators. */
export const personRoutes: FastifyPluginAsyncZod<With> = async (app, services) => {
  const { storage, rooms, users, clock, config } = services;
  const admission = new Admission(services);
  const downloads = new Throttle({ ...RARELY, clock });
  const guesses = new Throttle({ ...RARELY, clock });

  async function send(reply: FastifyReply, asker: string, id: string) {
    downloads.take(asker);
    const data = await personData(storage, id, clock.date());
    reply.header('content-disposition', `attachment; filename="kefu-person-${id}.json"`);
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(data, null, 2));
  }

  /** Nobody is at the desk any more when the data go, and no customer goes on talking. */
  async function erase(id: string): Promise<void> {
    checkErasable(storage.connection, id);
    await admission.dismissAll({ id });
    await rooms.endAllOf(id);
    await erasePerson(storage, id);
  }

  app.get(
    ROUTES.ownData,
    { config: allow(...EVERY_ROLE), schema: { summary: '下载自己的全部数据 / All one’s data as a file' } },
    async (request, reply) => {
      const { id } = userOf(request);
      return send(reply, id, id);
    },
  );

  app.post(
    ROUTES.ownErasure,
    {
      config: allow(...EVERY_ROLE),
      schema: {
        summary: '删除自己和自己的全部数据 / Delete oneself with all data',
        body: ErasureSchema,
        response: { 200: SessionSchema },
      },
    },
    async (request, reply) => {
      const user = userOf(request);
      if (user.role !== 'guest') {
        guesses.take(user.id);
        const known = await users.withPassword(user.name, request.body.password ?? '');
        if (!known) throw new Refusal('wrong-password');
      }
      await erase(user.id);
      request.log.info({ user: user.id }, 'person deleted by themselves');
      return admission.present(null, giveFreshToken(reply, config));
    },
  );

  app.get(
    ROUTES.userData,
    {
      config: allow('admin'),
      schema: { summary: '下载某人的全部数据 / All data of a person as a file', params: ParamsSchema },
    },
    async (request, reply) => {
      const asker = userOf(request).id;
      request.log.info({ by: asker, user: request.params.id }, 'data of a person exported');
      return send(reply, asker, request.params.id);
    },
  );

  app.delete(
    ROUTES.user,
    {
      config: allow('admin'),
      schema: {
        summary: '删除某人及其全部数据 / Delete a person with all data',
        params: ParamsSchema,
        response: { 200: AccountSchema },
      },
    },
    async (request) => {
      const { id } = request.params;
      const account = await users.account(id);
      await erase(id);
      request.log.info({ by: userOf(request).id, user: id }, 'person deleted');
      return account;
    },
  );
};
