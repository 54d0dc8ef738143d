import {
  GroupFormSchema,
  GroupSchema,
  GroupsSchema,
  InvitationSchema,
  OwnGroupsSchema,
} from '@kefu/shared/protocol/groups';
import { CredentialsSchema, SessionSchema, type User } from '@kefu/shared/protocol/rest';
import { ROUTES } from '@kefu/shared/protocol/routes';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { OBSERVERS, WITH_ACCOUNT } from '../auth/roles';
import { Throttle } from '../auth/throttle';
import { Admission } from '../http/admission';
import { allow, allowAnyone } from '../http/guard';
import { userOf } from '../http/visitor';
import type { Services } from '../services';

/** A whole class opens its link at once, behind one address; nobody guesses 144 random bits at this rate. */
const PER_PLACE = { burst: 200, perMinute: 100 };

const idParams = z.object({ id: z.string() });

/** Groups for those who lead them, and joining them. */
export const groupRoutes: FastifyPluginAsyncZod<Services> = async (app, services) => {
  const { groups, users, clock } = services;
  const admission = new Admission(services);
  const perPlace = new Throttle({ ...PER_PLACE, clock });
  const leaders = allow(...OBSERVERS);
  const members = allow(...WITH_ACCOUNT);
  const answer = (summary: string) => ({ summary, params: idParams, response: { 200: GroupSchema } });
  const ownGroups = async (user: User) => ({ groups: await groups.ofUser(user.id) });

  app.get(
    ROUTES.groups,
    { config: leaders, schema: { summary: '班组列表 / All groups', response: { 200: GroupsSchema } } },
    async () => ({ groups: await groups.list() }),
  );

  app.post(
    ROUTES.groups,
    {
      config: leaders,
      schema: { summary: '新建班组 / Create a group', body: GroupFormSchema, response: { 200: GroupSchema } },
    },
    async (request) => groups.create(request.body.name),
  );

  app.patch(
    ROUTES.group,
    { config: leaders, schema: { ...answer('修改班组 / Rename a group'), body: GroupFormSchema } },
    async (request) => groups.rename(request.params.id, request.body.name),
  );

  app.delete(
    ROUTES.group,
    { config: leaders, schema: answer('解散班组 / Remove a group') },
    async (request) => groups.remove(request.params.id),
  );

  app.post(
    ROUTES.groupInvite,
    { config: leaders, schema: answer('新的邀请链接 / A new invite link') },
    async (request) => {
      const group = await groups.renewInvite(request.params.id, true);
      request.log.info({ by: userOf(request).id, group: group.id }, 'invite link renewed');
      return group;
    },
  );

  app.delete(
    ROUTES.groupInvite,
    { config: leaders, schema: answer('关闭邀请链接 / Close the invite link') },
    async (request) => groups.renewInvite(request.params.id, false),
  );

  app.delete(
    ROUTES.groupMember,
    {
      config: leaders,
      schema: {
        ...answer('移出班组 / Take somebody out of a group'),
        params: idParams.extend({ user: z.string() }),
      },
    },
    async (request) => {
      await groups.leave(request.params.id, request.params.user);
      return groups.get(request.params.id);
    },
  );

  app.get(
    ROUTES.ownGroups,
    { config: members, schema: { summary: '我的班组 / Own groups', response: { 200: OwnGroupsSchema } } },
    async (request) => ownGroups(userOf(request)),
  );

  app.delete(
    ROUTES.ownGroup,
    {
      config: members,
      schema: {
        summary: '退出班组 / Leave a group',
        params: idParams,
        response: { 200: OwnGroupsSchema },
      },
    },
    async (request) => {
      await groups.leave(request.params.id, userOf(request).id);
      return ownGroups(userOf(request));
    },
  );

  app.get(
    ROUTES.invitation,
    {
      config: allowAnyone,
      schema: {
        summary: '查看邀请 / Read an invitation',
        params: idParams,
        response: { 200: InvitationSchema },
      },
    },
    async (request) => {
      perPlace.take(request.ip);
      return { group: (await groups.invitedTo(request.params.id)).name };
    },
  );

  app.post(
    ROUTES.invitation,
    {
      config: members,
      schema: { summary: '接受邀请 / Join', params: idParams, response: { 200: OwnGroupsSchema } },
    },
    async (request) => {
      const user = userOf(request);
      await groups.join((await groups.invitedTo(request.params.id)).id, user.id);
      return ownGroups(user);
    },
  );

  app.post(
    ROUTES.invitationAccount,
    {
      config: allowAnyone,
      schema: {
        summary: '用新账号接受邀请 / Join with a new account',
        params: idParams,
        body: CredentialsSchema,
        response: { 200: SessionSchema },
      },
    },
    async (request, reply) => {
      perPlace.take(request.ip);
      const group = await groups.invitedTo(request.params.id);
      const user = await users.create({ ...request.body, role: 'trainee' });
      await groups.join(group.id, user.id);
      request.log.info({ user: user.id, group: group.id }, 'joined with a new account');
      return admission.admit(reply, user);
    },
  );
};
