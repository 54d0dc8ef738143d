import {
  type NewPhrase,
  type PhraseChange,
  PhraseSchema,
  PhrasesSchema,
} from '@kefu/shared/protocol/phrases';
import { ROUTES } from '@kefu/shared/protocol/routes';
import { FoundWorkNoteSchema, type NewWorkNote, WorkNoteSchema } from '@kefu/shared/protocol/work-notes';
import { queryOptions } from '@tanstack/react-query';
import { at, call, change } from './call';

/** What helps at the desk: the own phrases, and the note on the work. */
export const aidRest = {
  writeWorkNote: (id: string, body: NewWorkNote) =>
    change('POST', at(ROUTES.workNote, id), WorkNoteSchema, body),
  addPhrase: (body: NewPhrase) => change('POST', ROUTES.phrases, PhraseSchema, body),
  changePhrase: (id: string, body: PhraseChange) =>
    change('PATCH', at(ROUTES.phrase, id), PhraseSchema, body),
  removePhrase: (id: string) => change('DELETE', at(ROUTES.phrase, id), PhraseSchema),
  countPhrase: (id: string) => change('POST', at(ROUTES.phraseUses, id), PhraseSchema),
};

export const phrasesQuery = queryOptions({
  queryKey: ['phrases'],
  queryFn: () => call('GET', ROUTES.phrases, PhrasesSchema),
  staleTime: 60_000,
});

export const workNoteQuery = (id: string) =>
  queryOptions({
    queryKey: ['work-note', id],
    queryFn: () => call('GET', at(ROUTES.workNote, id), FoundWorkNoteSchema),
  });
