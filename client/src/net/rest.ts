import type { ErrorCode } from '@kefu/shared/protocol/errors';
import {
  type GroupForm,
  GroupSchema,
  GroupsSchema,
  InvitationSchema,
  OwnGroupsSchema,
} from '@kefu/shared/protocol/groups';
import { type JournalForm, JournalSchema, OwnProgressSchema } from '@kefu/shared/protocol/journal';
import {
  type NewPhrase,
  type PhraseChange,
  PhraseSchema,
  PhrasesSchema,
} from '@kefu/shared/protocol/phrases';
import { ReplaySchema } from '@kefu/shared/protocol/replay';
import {
  AccountSchema,
  type CredentialsSchema,
  DeskSchema,
  ErrorReplySchema,
  LibrarySchema,
  type NewRehearsalSchema,
  type NewUser,
  type PasswordChangeSchema,
  RehearsalsSchema,
  ReportSchema,
  SessionSchema,
  type UserChange,
  UsersSchema,
} from '@kefu/shared/protocol/rest';
import { ROUTES } from '@kefu/shared/protocol/routes';
import {
  DoubtfulSchema,
  LabelledSchema,
  LabelSchema,
  type NewLabel,
  TrainingSchema,
} from '@kefu/shared/protocol/teaching';
import { FoundWorkNoteSchema, type NewWorkNote, WorkNoteSchema } from '@kefu/shared/protocol/work-notes';
import type { z } from 'zod';

/** Why a request brought nothing: a code of the server's table, or what only the client can know. */
export type FailureCode = ErrorCode | 'unreachable' | 'bad-answer';

export class RestError extends Error {
  readonly code: FailureCode;
  readonly fields: readonly { path: string; message: string }[];

  constructor(code: FailureCode, fields: readonly { path: string; message: string }[] = []) {
    super(code);
    this.code = code;
    this.fields = fields;
  }
}

type Credentials = z.input<typeof CredentialsSchema>;
type NewRehearsal = z.input<typeof NewRehearsalSchema>;
type PasswordChange = z.input<typeof PasswordChangeSchema>;

/** The server's REST interface: every answer is checked before anything else sees it. */
export const rest = {
  session: async () => keepToken(await call('GET', ROUTES.session, SessionSchema)),
  setup: async (body: Credentials) => keepToken(await change('POST', ROUTES.setup, SessionSchema, body)),
  signIn: async (body: Credentials) => keepToken(await change('POST', ROUTES.signIn, SessionSchema, body)),
  signOut: async () => keepToken(await change('POST', ROUTES.signOut, SessionSchema)),
  signOutEverywhere: async () => keepToken(await change('POST', ROUTES.signOutEverywhere, SessionSchema)),
  guest: async () => keepToken(await change('POST', ROUTES.guest, SessionSchema)),
  changePassword: async (body: PasswordChange) =>
    keepToken(await change('POST', ROUTES.password, SessionSchema, body)),
  users: () => call('GET', ROUTES.users, UsersSchema),
  addUser: (body: NewUser) => change('POST', ROUTES.users, AccountSchema, body),
  changeUser: (id: string, body: UserChange) => change('PATCH', at(ROUTES.user, id), AccountSchema, body),
  progress: () => call('GET', ROUTES.progress, OwnProgressSchema),
  journal: () => call('GET', ROUTES.journal, JournalSchema),
  writeJournal: (body: JournalForm) => change('POST', ROUTES.journal, JournalSchema, body),
  changeJournal: (id: string, body: JournalForm) =>
    change('PATCH', at(ROUTES.journalEntry, id), JournalSchema, body),
  removeJournal: (id: string) => change('DELETE', at(ROUTES.journalEntry, id), JournalSchema),
  groups: () => call('GET', ROUTES.groups, GroupsSchema),
  addGroup: (body: GroupForm) => change('POST', ROUTES.groups, GroupSchema, body),
  renameGroup: (id: string, body: GroupForm) => change('PATCH', at(ROUTES.group, id), GroupSchema, body),
  removeGroup: (id: string) => change('DELETE', at(ROUTES.group, id), GroupSchema),
  renewInvite: (id: string) => change('POST', at(ROUTES.groupInvite, id), GroupSchema),
  closeInvite: (id: string) => change('DELETE', at(ROUTES.groupInvite, id), GroupSchema),
  takeOut: (id: string, user: string) =>
    change('DELETE', at(ROUTES.groupMember, id).replace(':user', encodeURIComponent(user)), GroupSchema),
  ownGroups: () => call('GET', ROUTES.ownGroups, OwnGroupsSchema),
  leaveGroup: (id: string) => change('DELETE', at(ROUTES.ownGroup, id), OwnGroupsSchema),
  invitation: (token: string) => call('GET', at(ROUTES.invitation, token), InvitationSchema),
  join: (token: string) => change('POST', at(ROUTES.invitation, token), OwnGroupsSchema),
  joinAnew: async (token: string, body: Credentials) =>
    keepToken(await change('POST', at(ROUTES.invitationAccount, token), SessionSchema, body)),
  library: () => call('GET', ROUTES.library, LibrarySchema),
  rehearsals: () => call('GET', ROUTES.rehearsals, RehearsalsSchema),
  startRehearsal: (body: NewRehearsal) => change('POST', ROUTES.rehearsals, DeskSchema, body),
  desk: (id: string) => call('GET', at(ROUTES.desk, id), DeskSchema),
  report: (id: string) => call('GET', at(ROUTES.report, id), ReportSchema),
  replay: (id: string) => call('GET', at(ROUTES.replay, id), ReplaySchema),
  workNote: (id: string) => call('GET', at(ROUTES.workNote, id), FoundWorkNoteSchema),
  writeWorkNote: (id: string, body: NewWorkNote) =>
    change('POST', at(ROUTES.workNote, id), WorkNoteSchema, body),
  phrases: () => call('GET', ROUTES.phrases, PhrasesSchema),
  addPhrase: (body: NewPhrase) => change('POST', ROUTES.phrases, PhraseSchema, body),
  changePhrase: (id: string, body: PhraseChange) =>
    change('PATCH', at(ROUTES.phrase, id), PhraseSchema, body),
  removePhrase: (id: string) => change('DELETE', at(ROUTES.phrase, id), PhraseSchema),
  countPhrase: (id: string) => change('POST', at(ROUTES.phraseUses, id), PhraseSchema),
  doubtful: () => call('GET', ROUTES.doubtful, DoubtfulSchema),
  labels: () => call('GET', ROUTES.labels, LabelledSchema),
  label: (body: NewLabel) => change('POST', ROUTES.labels, LabelSchema, body),
  removeLabel: (id: string) => change('DELETE', at(ROUTES.label, id), LabelSchema),
  training: () => call('GET', ROUTES.training, TrainingSchema),
  train: () => change('POST', ROUTES.training, TrainingSchema),
  chooseModel: (hash: string) => change('POST', ROUTES.currentModel, TrainingSchema, { hash }),
};

/** Where the receipt of a rehearsal is downloaded: the browser fetches it by itself. */
export const receiptHref = (id: string): string => at(ROUTES.receipt, id);

/** The report as a table, with headings in the reader's language. */
export const tableHref = (id: string, kind: 'csv' | 'xlsx', language: 'zh' | 'en'): string =>
  `${at(kind === 'csv' ? ROUTES.reportCsv : ROUTES.reportXlsx, id)}?language=${language}`;

/** The same for a model of the recogniser. */
export const modelHref = (hash: string): string => at(ROUTES.modelFile, hash);

const at = (route: string, id: string): string => route.replace(':id', encodeURIComponent(id));

/** The token of the present session, sent with every change. */
let csrf = '';

function keepToken<T extends { csrf: string }>(session: T): T {
  csrf = session.csrf;
  return session;
}

/** A change. A token that has expired meanwhile is renewed once. */
async function change<S extends z.ZodType>(
  method: 'POST' | 'PATCH' | 'DELETE',
  path: string,
  schema: S,
  body?: unknown,
): Promise<z.output<S>> {
  try {
    return await call(method, path, schema, body ?? {});
  } catch (error) {
    if (!(error instanceof RestError && error.code === 'bad-csrf')) throw error;
    await rest.session();
    return call(method, path, schema, body ?? {});
  }
}

async function call<S extends z.ZodType>(
  method: string,
  path: string,
  schema: S,
  body?: unknown,
): Promise<z.output<S>> {
  const headers = { 'content-type': 'application/json', 'x-csrf-token': csrf };
  const init = body === undefined ? { method } : { method, headers, body: JSON.stringify(body) };
  const response = await fetch(path, init).catch(() => {
    throw new RestError('unreachable');
  });
  const data: unknown = await response.json().catch(() => undefined);
  if (!response.ok) {
    const failure = ErrorReplySchema.safeParse(data);
    throw failure.success
      ? new RestError(failure.data.code, failure.data.fields)
      : new RestError(response.status >= 502 ? 'unreachable' : 'bad-answer');
  }
  const answer = schema.safeParse(data);
  if (!answer.success) throw new RestError('bad-answer');
  return answer.data;
}
