import { GroupSchema, GroupsSchema, InvitationSchema, OwnGroupsSchema } from '@kefu/shared/protocol/groups';
import { ROUTES } from '@kefu/shared/protocol/routes';
import { expect, test } from 'vitest';
import { everybody, startServer } from '../testing/test-server';
import { bodyAs, codeIn, PASSWORD, type TestVisitor } from '../testing/test-visitor';

const at = (route: string, id: string, user = ''): string => route.replace(':id', id).replace(':user', user);

async function createGroup(leader: TestVisitor, name: string) {
  const { id } = bodyAs(GroupSchema, await leader.send('POST', ROUTES.groups, { body: { name } }));
  const group = bodyAs(GroupSchema, await leader.send('POST', at(ROUTES.groupInvite, id)));
  return { id, token: group.invite?.token ?? '' };
}

test('who has the link joins with a new account, as a trainee, and is signed in', async () => {
  const server = await startServer();
  const { coach } = await everybody(server);
  const { token } = await createGroup(coach, '双十一新人班');

  const newcomer = server.visitor();
  await newcomer.arrive();
  const invitation = await newcomer.send('GET', at(ROUTES.invitation, token));
  expect(bodyAs(InvitationSchema, invitation)).toEqual({ group: '双十一新人班' });
  const body = { name: '小满', password: PASSWORD };
  const { user } = newcomer.keep(await newcomer.send('POST', at(ROUTES.invitationAccount, token), { body }));
  expect(user).toMatchObject({ name: '小满', role: 'trainee' });

  const { groups } = bodyAs(GroupsSchema, await coach.send('GET', ROUTES.groups));
  expect(groups).toMatchObject([{ name: '双十一新人班', members: [{ name: '小满', role: 'trainee' }] }]);
  const own = await newcomer.send('GET', ROUTES.ownGroups);
  expect(bodyAs(OwnGroupsSchema, own).groups).toMatchObject([{ name: '双十一新人班' }]);
});

test('who has an account joins with it, once however often they press, and can leave', async () => {
  const server = await startServer();
  const { coach, trainee } = await everybody(server);
  const { id, token } = await createGroup(coach, '售后组');
  await trainee.send('POST', at(ROUTES.invitation, token));
  const joined = bodyAs(OwnGroupsSchema, await trainee.send('POST', at(ROUTES.invitation, token)));
  expect(joined.groups).toEqual([{ id, name: '售后组' }]);
  const left = bodyAs(OwnGroupsSchema, await trainee.send('DELETE', at(ROUTES.ownGroup, id)));
  expect(left.groups).toEqual([]);
});

test('a link that was replaced, closed or has expired leads nowhere', async () => {
  const server = await startServer();
  const { coach, trainee } = await everybody(server);
  const { id, token } = await createGroup(coach, '早班');
  const renewed = bodyAs(GroupSchema, await coach.send('POST', at(ROUTES.groupInvite, id)));
  const codeFor = async (link: string) => codeIn(await trainee.send('GET', at(ROUTES.invitation, link)));
  expect(await codeFor(token)).toBe('invitation-over');

  const link = renewed.invite?.token ?? '';
  expect(await codeFor(link)).toBeUndefined();
  await coach.send('DELETE', at(ROUTES.groupInvite, id));
  expect(await codeFor(link)).toBe('invitation-over');

  const third = bodyAs(GroupSchema, await coach.send('POST', at(ROUTES.groupInvite, id)));
  await server.storage.db
    .updateTable('user_group')
    .set({ invite_expires_at: server.clock.date().toISOString() })
    .execute();
  expect(await codeFor(third.invite?.token ?? '')).toBe('invitation-over');
  const { groups } = bodyAs(GroupsSchema, await coach.send('GET', ROUTES.groups));
  expect(groups[0]?.invite).toBeNull();
});

test('an account whose name is taken is not made, and nobody joins', async () => {
  const server = await startServer();
  const { coach } = await everybody(server);
  const { token } = await createGroup(coach, '早班');
  const newcomer = server.visitor();
  await newcomer.arrive();
  const body = { name: 'trainee', password: PASSWORD };
  const answer = await newcomer.send('POST', at(ROUTES.invitationAccount, token), { body });
  expect(codeIn(answer)).toBe('name-taken');
  const { groups } = bodyAs(GroupsSchema, await coach.send('GET', ROUTES.groups));
  expect(groups[0]?.members).toEqual([]);
});

test('a group is renamed, loses a member, and is removed while its members stay', async () => {
  const server = await startServer();
  const { coach, trainee } = await everybody(server);
  const { id, token } = await createGroup(coach, '早班');
  await trainee.send('POST', at(ROUTES.invitation, token));
  const renamed = await coach.send('PATCH', at(ROUTES.group, id), { body: { name: '晚班' } });
  const { name, members } = bodyAs(GroupSchema, renamed);
  expect(name).toBe('晚班');

  const removed = await coach.send('DELETE', at(ROUTES.groupMember, id, members[0]?.id));
  expect(bodyAs(GroupSchema, removed).members).toEqual([]);
  await trainee.send('POST', at(ROUTES.invitation, token));
  expect((await coach.send('DELETE', at(ROUTES.group, id))).status).toBe(200);
  expect(bodyAs(GroupsSchema, await coach.send('GET', ROUTES.groups)).groups).toEqual([]);
  expect(await trainee.signIn('trainee')).toMatchObject({ name: 'trainee' });
});
