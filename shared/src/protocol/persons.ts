import { z } from 'zod';
import { EntrySchema } from '../rehearsal/entry';
import { ScorecardSchema } from '../scoring/scorecard';
import { EndingSchema } from '../script/kinds';
import { BilingualSchema } from '../script/text';
import { JournalEntrySchema } from './journal';
import { PhraseSchema } from './phrases';
import { AccountSchema, ModeSchema, PaceSchema } from './rest';
import { LabelSchema } from './teaching';

const moment = z.iso.datetime();

const RehearsalDataSchema = z.object({
  id: z.string(),
  script: z.string(),
  persona: z.string(),
  overlays: z.array(z.string()),
  title: BilingualSchema,
  mode: ModeSchema,
  pace: PaceSchema,
  createdAt: moment,
  status: z.enum(['running', 'over', 'abandoned']),
  ending: EndingSchema.nullable(),
  score: z.number().nullable(),
  scorecard: ScorecardSchema.nullable(),
  /** Null while it runs: what the customer still hides would be told. */
  log: z.array(EntrySchema).nullable(),
});

/** All that is stored about one person, without secrets, as a file to take along (GDPR Art. 15 and 20, PIPL Art. 45). */
export const PersonDataSchema = z.object({
  format: z.literal('kefu-person'),
  version: z.literal(1),
  exportedAt: moment,
  account: AccountSchema,
  /** Where the person is signed in: until when, never with what. */
  sessions: z.array(z.object({ expiresAt: moment })),
  groups: z.array(z.object({ id: z.string(), name: z.string(), joinedAt: moment })),
  journal: z.array(JournalEntrySchema),
  phrases: z.array(PhraseSchema),
  /** What the person said of replies, as a trainer. */
  labels: z.array(LabelSchema),
  /** Recognisers that the person had trained, by their hashes. */
  models: z.array(z.object({ hash: z.string(), createdAt: moment })),
  rehearsals: z.array(RehearsalDataSchema),
});

/** The password of the account to be deleted; guests have none. */
export const ErasureSchema = z.strictObject({ password: z.string().max(128).optional() });

export type PersonData = z.infer<typeof PersonDataSchema>;
export type Erasure = z.infer<typeof ErasureSchema>;
