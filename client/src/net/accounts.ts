import { AccountSchema, type NewUser, type UserChange, UsersSchema } from '@kefu/shared/protocol/rest';
import { ROUTES } from '@kefu/shared/protocol/routes';
import { at, call, change } from './call';

/** The accounts, for administrators. */
export const accountRest = {
  users: () => call('GET', ROUTES.users, UsersSchema),
  addUser: (body: NewUser) => change('POST', ROUTES.users, AccountSchema, body),
  changeUser: (id: string, body: UserChange) => change('PATCH', at(ROUTES.user, id), AccountSchema, body),
};
