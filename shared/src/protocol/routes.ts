/**
 * Where everything is over HTTP, as the server registers it; the client fills in `:id`. Every change (anything but GET)
 * carries the session's `csrf` in the header `x-csrf-token`; every failure answers with an `ErrorReplySchema`.
 */
export const ROUTES = {
  /** GET → Session. Signed in or not. */
  session: '/api/session',
  /** POST Credentials → Session. Creates the first administrator and signs in. */
  setup: '/api/setup',
  /** POST Credentials → Session. */
  signIn: '/api/sign-in',
  /** POST → Session, of nobody. */
  signOut: '/api/sign-out',
  /** POST → Session, of nobody. Ends all sessions of the account. */
  signOutEverywhere: '/api/sign-out-everywhere',
  /** POST → Session, of a new guest. */
  guest: '/api/guest',
  /** POST PasswordChange → Session. */
  password: '/api/password',
  /** GET → PersonData of oneself, as a file. */
  ownData: '/api/person',
  /** POST Erasure → Session, of nobody: the person is deleted with all that is stored about them. */
  ownErasure: '/api/person/erasure',
  /** GET → Users. POST NewUser → Account. Administrators only. */
  users: '/api/users',
  /** PATCH UserChange → Account. DELETE → Account that is no more, with all its data. Administrators only. */
  user: '/api/users/:id',
  /** GET → PersonData, as a file. Administrators only. */
  userData: '/api/users/:id/data',
  /** GET → Groups. POST GroupForm → Group. This and what follows is for trainers, coaches and administrators. */
  groups: '/api/groups',
  /** PATCH GroupForm → Group. DELETE → Group that is no more; its members stay. */
  group: '/api/groups/:id',
  /** POST → Group with a new link in the place of the old one. DELETE → Group without a link. */
  groupInvite: '/api/groups/:id/invite',
  /** DELETE → Group without that member. */
  groupMember: '/api/groups/:id/members/:user',
  /** GET → OwnGroups. For everybody with an account, as what follows. */
  ownGroups: '/api/own-groups',
  /** DELETE → OwnGroups, without the one that was left. */
  ownGroup: '/api/own-groups/:id',
  /** GET → Invitation, for whoever holds the link. POST → OwnGroups, joined with one's account. */
  invitation: '/api/invitations/:id',
  /** POST Credentials → Session. Joins with a new account of a trainee. For anyone who holds the link. */
  invitationAccount: '/api/invitations/:id/account',
  /** GET → OwnProgress. */
  progress: '/api/progress',
  /** GET → Journal, one's own. POST JournalForm → Journal. */
  journal: '/api/journal',
  /** PATCH JournalForm → Journal. DELETE → Journal. What was noted at a desk is part of its log and stays. */
  journalEntry: '/api/journal/:id',
  /** GET → Library. */
  library: '/api/library',
  /**
   * GET → Rehearsals, newest first, `?before=` for older ones: one's own; coaches, trainers and administrators see all.
   * POST NewRehearsal → Desk.
   */
  rehearsals: '/api/rehearsals',
  /** POST → RehearsalSummary of an exam that its trainee may take again. Coaches and administrators only. */
  retake: '/api/rehearsals/:id/retake',
  /** GET → Desk. The clock starts with the trainee's first `join`, so that the brief can be read in peace. */
  desk: '/api/rehearsals/:id',
  /** GET → Report, once it is over. */
  report: '/api/rehearsals/:id/report',
  /** GET → Replay, once it is over; together with the report it is all that a replay shows. */
  replay: '/api/rehearsals/:id/replay',
  /** GET → Receipt as a file to download, once it is over. */
  receipt: '/api/rehearsals/:id/receipt',
  /** GET → the report as a table for spreadsheets, once it is over. `?language=en` for English headings. */
  reportCsv: '/api/rehearsals/:id/report.csv',
  /** GET → the same as an Excel workbook, with the talk. */
  reportXlsx: '/api/rehearsals/:id/report.xlsx',
  /** GET → FoundWorkNote. POST NewWorkNote → WorkNote, in the place of an earlier one, by the trainee once it is over. */
  workNote: '/api/rehearsals/:id/note',
  /** GET → Phrases: one's own. POST NewPhrase → Phrase. */
  phrases: '/api/phrases',
  /** PATCH PhraseChange → Phrase. DELETE → Phrase that was removed. One's own only. */
  phrase: '/api/phrases/:id',
  /** POST → Phrase, used once more. */
  phraseUses: '/api/phrases/:id/uses',
  /** GET → Doubtful: replies that the recogniser was unsure of. This and what follows is for trainers and administrators. */
  doubtful: '/api/teaching/doubtful',
  /** GET → Labelled. POST NewLabel → Label, in the place of an earlier one of the same reply. */
  labels: '/api/teaching/labels',
  /** GET → what was labelled as JSON lines, as `scenarios/replies` holds them. */
  labelsFile: '/api/teaching/labels.jsonl',
  /** DELETE → Label that was removed; the reply may be asked again. */
  label: '/api/teaching/labels/:id',
  /** GET → Training. POST → Training, begun. */
  training: '/api/teaching/training',
  /** POST ModelChoice → Training. New rehearsals are heard with that model. */
  currentModel: '/api/teaching/current-model',
  /** GET → the model as a gzipped file, for `kefu verify --model`. */
  modelFile: '/api/teaching/models/:id',
} as const;
