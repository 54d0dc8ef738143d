import { type JournalForm, JournalSchema, OwnProgressSchema } from '@kefu/shared/protocol/journal';
import { ROUTES } from '@kefu/shared/protocol/routes';
import { queryOptions } from '@tanstack/react-query';
import { at, call, change } from './call';

/** The own work log. */
export const journalRest = {
  journal: () => call('GET', ROUTES.journal, JournalSchema),
  writeJournal: (body: JournalForm) => change('POST', ROUTES.journal, JournalSchema, body),
  changeJournal: (id: string, body: JournalForm) =>
    change('PATCH', at(ROUTES.journalEntry, id), JournalSchema, body),
  removeJournal: (id: string) => change('DELETE', at(ROUTES.journalEntry, id), JournalSchema),
};

export const journalQuery = queryOptions({ queryKey: ['journal'], queryFn: journalRest.journal });

export const progressQuery = queryOptions({
  queryKey: ['progress'],
  queryFn: () => call('GET', ROUTES.progress, OwnProgressSchema),
});
