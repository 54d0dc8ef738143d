import { AccountSchema, type NewUser, type UserChange, UsersSchema } from '@kefu/shared/protocol/rest';
import { ROUTES } from '@kefu/shared/protocol/routes';
import { at, call, change } from './call';

/** The accounts, for administrators. */
export const accountRest = {
  users: () => call('GET', ROUTES.users, UsersSchema),
  addUser: (body: NewUser) => change('POST', ROUTES.users, AccountSchema, body),
  changeUser: (id: string, body: UserChange) => change('PATCH', at(ROUTES.user, id), AccountSchema, body),
  removeUser: (id: string) => change('DELETE', at(ROUTES.user, id), AccountSchema),
};

/** All data of a person: the browser fetches the file by itself. */
export const userDataHref = (id: string): string => at(ROUTES.userData, id);
