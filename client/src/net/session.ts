import type { Erasure } from '@kefu/shared/protocol/persons';
import {
  type CredentialsSchema,
  type PasswordChangeSchema,
  type Session,
  SessionSchema,
} from '@kefu/shared/protocol/rest';
import { ROUTES } from '@kefu/shared/protocol/routes';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { call, change, keepToken } from './call';

export type Credentials = z.input<typeof CredentialsSchema>;

const open = async (path: string, body?: unknown): Promise<Session> =>
  keepToken(await change('POST', path, SessionSchema, body));

/** Coming, going, and the own password. */
export const sessionRest = {
  session: async () => keepToken(await call('GET', ROUTES.session, SessionSchema)),
  setup: (body: Credentials) => open(ROUTES.setup, body),
  signIn: (body: Credentials) => open(ROUTES.signIn, body),
  signOut: () => open(ROUTES.signOut),
  signOutEverywhere: () => open(ROUTES.signOutEverywhere),
  guest: () => open(ROUTES.guest),
  changePassword: (body: z.input<typeof PasswordChangeSchema>) => open(ROUTES.password, body),
  erase: (body: Erasure) => open(ROUTES.ownErasure, body),
};

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: sessionRest.session,
  staleTime: Number.POSITIVE_INFINITY,
});

/** Somebody else is here now: whatever was read for the user before is forgotten. */
export function changeUser(queryClient: QueryClient, session: Session): void {
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
  queryClient.setQueryData(sessionQuery.queryKey, session);
}
