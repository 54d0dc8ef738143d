import {
  DeskSchema,
  LibrarySchema,
  type NewRehearsalSchema,
  RehearsalSummarySchema,
  RehearsalsSchema,
} from '@kefu/shared/protocol/rest';
import { ROUTES } from '@kefu/shared/protocol/routes';
import { queryOptions } from '@tanstack/react-query';
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

export const rehearsalsQuery = queryOptions({
  queryKey: ['rehearsals'],
  queryFn: () => call('GET', ROUTES.rehearsals, RehearsalsSchema),
});

export const deskQuery = (id: string) =>
  queryOptions({
    queryKey: ['desk', id],
    queryFn: () => call('GET', at(ROUTES.desk, id), DeskSchema),
    staleTime: 60_000,
  });
