import { ModeSchema, PaceSchema, RoleSchema } from '@kefu/shared/protocol/rest';
import { EndingSchema } from '@kefu/shared/script/kinds';
import { BilingualSchema } from '@kefu/shared/script/text';
import { z } from 'zod';

// A row's schema is its table's type as well: what is written and what is read cannot drift apart.

/** The driver gives out bytes as they are, without a view on them. */
const bytes = z
  .union([z.instanceof(ArrayBuffer), z.instanceof(Uint8Array)])
  .transform((found) => new Uint8Array(found));

const flag = z.union([z.literal(0), z.literal(1)]);

export const UserRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** The name as compared: two people must not look alike. */
  name_key: z.string(),
  role: RoleSchema,
  /** Argon2id in its own notation; none for guests, who cannot sign in again. */
  password: z.string().nullable(),
  disabled: flag,
  created_at: z.iso.datetime(),
});

export const SessionRowSchema = z.object({
  /** SHA-256 of the token, so that a stolen database opens no session. */
  id: z.string(),
  user_id: z.string(),
  expires_at: z.iso.datetime(),
});

export const ContentRowSchema = z.object({
  hash: z.string(),
  kind: z.enum(['script', 'shop', 'persona', 'overlay', 'rubric']),
  json: z.string(),
});

export const RehearsalRowSchema = z.object({
  id: z.string(),
  user_id: z.string(),
  script: z.string(),
  persona: z.string(),
  variant: z.string(),
  /** The script's title, bilingual, as JSON. */
  title: z.string(),
  script_hash: z.string(),
  shop_hash: z.string(),
  persona_hash: z.string(),
  /** What was laid on the persona, as JSON: {@link laidOn}. */
  overlays: z.string(),
  rubric_hash: z.string(),
  recogniser_hash: z.string(),
  seed: z.int().nonnegative(),
  pace: PaceSchema,
  mode: ModeSchema,
  created_at: z.iso.datetime(),
  /** When it began on the service clock, ms; null until the trainee joins. */
  begun_at: z.number().nullable(),
  status: z.enum(['running', 'over', 'abandoned']),
  ending: EndingSchema.nullable(),
  score: z.number().nullable(),
  passed: flag.nullable(),
  scorecard: z.string().nullable(),
  /** Of the one exam of a trainee in this exercise ({@link examKey}), unique; null for all other rehearsals. */
  exam_key: z.string().nullable(),
  /** Who let the trainee take it again, and when. */
  retake_by: z.string().nullable(),
  retake_at: z.iso.datetime().nullable(),
});

/** What a trainee has one exam of. */
export const examKey = ({ user_id, script, persona }: Pick<RehearsalRow, 'user_id' | 'script' | 'persona'>) =>
  `${user_id}/${script}/${persona}`;

const LaidOnSchema = z.array(z.object({ id: z.string(), hash: z.string(), name: BilingualSchema }));

/** The overlays of a rehearsal, each by its hash, with the name that it had. */
export const laidOn = ({ overlays }: Pick<RehearsalRow, 'overlays'>): z.infer<typeof LaidOnSchema> =>
  LaidOnSchema.parse(JSON.parse(overlays));

export const EntryRowSchema = z.object({ rehearsal: z.string(), seq: z.int(), json: z.string() });

/** What was received of a trainee and has not come into the log yet, as JSON. */
export const InboxRowSchema = z.object({ rehearsal: z.string(), json: z.string() });

/** One row: the service clock as last stored, and the model that was chosen over the one that comes with the program. */
export const ServiceRowSchema = z.object({
  id: z.literal(1),
  clock: z.number(),
  model: z.string().nullable(),
});

export const ModelRowSchema = z.object({
  hash: z.string(),
  created_at: z.iso.datetime(),
  /** How many labelled replies it has learnt. */
  rows: z.int().nonnegative(),
  /** Who had it trained; null for one that came with the program. */
  user_id: z.string().nullable(),
  /** What it was taught here and how it did, as JSON; null for one that came with the program. */
  lesson: z.string().nullable(),
  /** The model itself, see `packed-model.ts`. */
  packed: bytes,
});

export const LabelledRowSchema = z.object({
  id: z.string(),
  text: z.string(),
  context: z.string(),
  /** The acts as JSON; null when it was passed over. */
  labels: z.string().nullable(),
  user_id: z.string(),
  at: z.iso.datetime(),
});

export const GroupRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  created_at: z.iso.datetime(),
  /** The token of the invite link; null while there is none. */
  invite: z.string().nullable(),
  invite_expires_at: z.iso.datetime().nullable(),
});

export const MembershipRowSchema = z.object({
  group_id: z.string(),
  user_id: z.string(),
  joined_at: z.iso.datetime(),
});

export const JournalRowSchema = z.object({
  id: z.string(),
  user_id: z.string(),
  at: z.iso.datetime(),
  text: z.string(),
});

export const PhraseRowSchema = z.object({
  id: z.string(),
  user_id: z.string(),
  title: z.string(),
  text: z.string(),
  uses: z.int().nonnegative(),
  created_at: z.iso.datetime(),
});

export const WorkNoteRowSchema = z.object({
  rehearsal: z.string(),
  issue: z.string(),
  promise: z.string(),
  cause: z.string(),
  at: z.iso.datetime(),
});

export type RehearsalRow = z.infer<typeof RehearsalRowSchema>;
export type ContentRow = z.infer<typeof ContentRowSchema>;
export type ModelRow = z.infer<typeof ModelRowSchema>;
export type LabelledRow = z.infer<typeof LabelledRowSchema>;

export type Tables = {
  user: z.infer<typeof UserRowSchema>;
  session: z.infer<typeof SessionRowSchema>;
  content: ContentRow;
  rehearsal: RehearsalRow;
  entry: z.infer<typeof EntryRowSchema>;
  inbox: z.infer<typeof InboxRowSchema>;
  service: z.infer<typeof ServiceRowSchema>;
  model: ModelRow;
  labelled_reply: LabelledRow;
  user_group: z.infer<typeof GroupRowSchema>;
  membership: z.infer<typeof MembershipRowSchema>;
  journal_entry: z.infer<typeof JournalRowSchema>;
  phrase: z.infer<typeof PhraseRowSchema>;
  work_note: z.infer<typeof WorkNoteRowSchema>;
};
