import type { Session } from '@kefu/shared/protocol/rest';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { rest } from './rest';

/** What several pages read from the server, and how long it stays fresh. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: rest.session,
  staleTime: Number.POSITIVE_INFINITY,
});

export const libraryQuery = queryOptions({ queryKey: ['library'], queryFn: rest.library, staleTime: 30_000 });

export const rehearsalsQuery = queryOptions({ queryKey: ['rehearsals'], queryFn: rest.rehearsals });

export const deskQuery = (id: string) =>
  queryOptions({ queryKey: ['desk', id], queryFn: () => rest.desk(id), staleTime: 60_000 });

export const reportQuery = (id: string) =>
  queryOptions({
    queryKey: ['report', id],
    queryFn: () => rest.report(id),
    // What is over does not change.
    staleTime: Number.POSITIVE_INFINITY,
  });

export const replayQuery = (id: string) =>
  queryOptions({
    queryKey: ['replay', id],
    queryFn: () => rest.replay(id),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const progressQuery = queryOptions({ queryKey: ['progress'], queryFn: rest.progress });

export const journalQuery = queryOptions({ queryKey: ['journal'], queryFn: rest.journal });

export const groupsQuery = queryOptions({ queryKey: ['groups'], queryFn: rest.groups });

export const ownGroupsQuery = queryOptions({ queryKey: ['own-groups'], queryFn: rest.ownGroups });

export const invitationQuery = (token: string) =>
  queryOptions({ queryKey: ['invitation', token], queryFn: () => rest.invitation(token), retry: false });

export const phrasesQuery = queryOptions({ queryKey: ['phrases'], queryFn: rest.phrases, staleTime: 60_000 });

export const workNoteQuery = (id: string) =>
  queryOptions({ queryKey: ['work-note', id], queryFn: () => rest.workNote(id) });

/** Somebody else is here now: whatever was read for the user before is forgotten. */
export function changeUser(queryClient: QueryClient, session: Session): void {
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
  queryClient.setQueryData(sessionQuery.queryKey, session);
}
