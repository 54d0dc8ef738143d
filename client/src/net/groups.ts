import {
  type GroupForm,
  GroupSchema,
  GroupsSchema,
  InvitationSchema,
  OwnGroupsSchema,
} from '@kefu/shared/protocol/groups';
import { SessionSchema } from '@kefu/shared/protocol/rest';
import { ROUTES } from '@kefu/shared/protocol/routes';
import { queryOptions } from '@tanstack/react-query';
import { at, call, change, keepToken } from './call';
import type { Credentials } from './session';

/** Groups as those lead them who made them, and as those join and leave them who are led. */
export const groupRest = {
  addGroup: (body: GroupForm) => change('POST', ROUTES.groups, GroupSchema, body),
  renameGroup: (id: string, body: GroupForm) => change('PATCH', at(ROUTES.group, id), GroupSchema, body),
  removeGroup: (id: string) => change('DELETE', at(ROUTES.group, id), GroupSchema),
  renewInvite: (id: string) => change('POST', at(ROUTES.groupInvite, id), GroupSchema),
  closeInvite: (id: string) => change('DELETE', at(ROUTES.groupInvite, id), GroupSchema),
  takeOut: (id: string, user: string) =>
    change('DELETE', at(ROUTES.groupMember, id).replace(':user', encodeURIComponent(user)), GroupSchema),
  leaveGroup: (id: string) => change('DELETE', at(ROUTES.ownGroup, id), OwnGroupsSchema),
  join: (token: string) => change('POST', at(ROUTES.invitation, token), OwnGroupsSchema),
  joinAnew: async (token: string, body: Credentials) =>
    keepToken(await change('POST', at(ROUTES.invitationAccount, token), SessionSchema, body)),
};

export const groupsQuery = queryOptions({
  queryKey: ['groups'],
  queryFn: () => call('GET', ROUTES.groups, GroupsSchema),
});

export const ownGroupsQuery = queryOptions({
  queryKey: ['own-groups'],
  queryFn: () => call('GET', ROUTES.ownGroups, OwnGroupsSchema),
});

export const invitationQuery = (token: string) =>
  queryOptions({
    queryKey: ['invitation', token],
    queryFn: () => call('GET', at(ROUTES.invitation, token), InvitationSchema),
    retry: false,
  });
