import {
  DeskSchema,
  LibrarySchema,
  type NewRehearsalSchema,
  RehearsalSummarySchema,
  RehearsalsSchema,
} from '@kefu/shared/protocol/rest';
import { ROUTES } from '@kefu/shared/protocol/routes';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { at, call, change } from './call';

export const startRehearsal = (body: z.input<typeof NewRehearsalSchema>) =>
  change('POST', ROUTES.rehearsals, DeskSchema, body);

/** Lets the trainee of an exam take it again. For coaches and administrators. */
export const grantRetake = (id: string) => change('POST', at(ROUTES.retake, id), RehearsalSummarySchema);

export const libraryQuery = queryOptions({
  queryKey: ['library'],
  queryFn: () => call('GET', ROUTES.library, LibrarySchema),
  staleTime: 30_000,
});

/** Page by page, the newest first. */
export const rehearsalsQuery = infiniteQueryOptions({
  queryKey: ['rehearsals'],
  queryFn: ({ pageParam: before }) =>
    call('GET', `${ROUTES.rehearsals}${before === '' ? '' : `?before=${before}`}`, RehearsalsSchema),
  initialPageParam: '',
  getNextPageParam: ({ next }) => next,
});

export const deskQuery = (id: string) =>
  queryOptions({
    queryKey: ['desk', id],
    queryFn: () => call('GET', at(ROUTES.desk, id), DeskSchema),
    staleTime: 60_000,
  });
