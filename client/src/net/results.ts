import { ReplaySchema } from '@kefu/shared/protocol/replay';
import { ReportSchema } from '@kefu/shared/protocol/report';
import { ROUTES } from '@kefu/shared/protocol/routes';
import { queryOptions } from '@tanstack/react-query';
import { at, call } from './call';

// What is over does not change.
const staleTime = Number.POSITIVE_INFINITY;

export const reportQuery = (id: string) =>
  queryOptions({
    queryKey: ['report', id],
    queryFn: () => call('GET', at(ROUTES.report, id), ReportSchema),
    staleTime,
  });

export const replayQuery = (id: string) =>
  queryOptions({
    queryKey: ['replay', id],
    queryFn: () => call('GET', at(ROUTES.replay, id), ReplaySchema),
    staleTime,
  });

/** Where the receipt of a rehearsal is downloaded: the browser fetches it by itself. */
export const receiptHref = (id: string): string => at(ROUTES.receipt, id);

/** The report as a table, with headings in the reader's language. */
export const tableHref = (id: string, kind: 'csv' | 'xlsx', language: 'zh' | 'en'): string =>
  `${at(kind === 'csv' ? ROUTES.reportCsv : ROUTES.reportXlsx, id)}?language=${language}`;
