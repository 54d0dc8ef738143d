import { z } from 'zod';
import { MOST_OVERLAYS } from '../persona/most-overlays';
import { ActionNameSchema } from '../script/action';
import { BotLogSchema } from '../script/bot-log';
import { CustomerGroupSchema, EndingSchema, StageSchema } from '../script/kinds';
import { BilingualSchema } from '../script/text';
import { ToneSchema } from '../script/tone';
import { PolicySchema } from '../shop/policy';
import { OrderSchema, ProductSchema } from '../shop/schema';
import { ErrorCodeSchema } from './errors';

export const RoleSchema = z.enum(['guest', 'trainee', 'trainer', 'coach', 'admin']);
export type Role = z.infer<typeof RoleSchema>;

/** Response times count ×1, ×1.5, ×2 or, with 0, not at all (WCAG 2.2.1). Recorded with the score. */
export const PaceSchema = z.union([z.literal(0), z.literal(1), z.literal(1.5), z.literal(2)]);
export const ModeSchema = z.enum(['practice', 'exam']);

export const NameSchema = z.string().trim().min(2, '至少 2 个字').max(32, '最多 32 个字');
export const PasswordSchema = z.string().min(8, '至少 8 位').max(128, '最多 128 位');
export const CredentialsSchema = z.strictObject({ name: NameSchema, password: PasswordSchema });

export const ErrorReplySchema = z.object({
  code: ErrorCodeSchema,
  message: z.string(),
  /** What is wrong in which field, where a form was not valid. */
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});

export const UserSchema = z.object({ id: z.string(), name: z.string(), role: RoleSchema });
export type User = z.infer<typeof UserSchema>;

export const PasswordChangeSchema = z.strictObject({ old: z.string(), password: PasswordSchema });

/** An account as administrators see it. Guests are no accounts. */
export const AccountSchema = UserSchema.extend({ disabled: z.boolean(), createdAt: z.iso.datetime() });
export const UsersSchema = z.object({ users: z.array(AccountSchema) });
export const NewUserSchema = CredentialsSchema.extend({ role: RoleSchema.exclude(['guest']) });
/** Any of them; what is left out stays. A new password or `disabled` ends the account's sessions. */
export const UserChangeSchema = z
  .strictObject({ role: RoleSchema.exclude(['guest']), password: PasswordSchema, disabled: z.boolean() })
  .partial();
export type Account = z.infer<typeof AccountSchema>;
export type NewUser = z.infer<typeof NewUserSchema>;
export type UserChange = z.infer<typeof UserChangeSchema>;

/** Who is here, and what the first page must offer. `csrf` goes into the header `x-csrf-token` of every change. */
export const SessionSchema = z.object({
  user: UserSchema.nullable(),
  csrf: z.string(),
  needsSetup: z.boolean(),
  guestsAllowed: z.boolean(),
});

export const PersonaSummarySchema = z.object({
  id: z.string(),
  name: BilingualSchema,
  summary: BilingualSchema,
});
export const ExerciseSummarySchema = z.object({
  script: z.string(),
  title: BilingualSchema,
  summary: BilingualSchema,
  stage: StageSchema,
  level: z.enum(['novice', 'advanced']),
  tags: z.array(z.string()),
  platform: z.string(),
  shop: BilingualSchema,
  /** By persona id: the user's own attempts in practice. */
  attempts: z.record(z.string(), z.object({ count: z.int(), best: z.number() })),
  /** By persona id: the one exam that the user has taken or begun (R91); its score once it is over. */
  exams: z.record(z.string(), z.object({ rehearsal: z.string(), score: z.number().nullable() })),
});
export const LibrarySchema = z.object({
  personas: z.array(PersonaSummarySchema),
  /** What can be laid on any of them. */
  overlays: z.array(PersonaSummarySchema),
  exercises: z.array(ExerciseSummarySchema),
  /** Files that could not be loaded, for trainers and administrators; empty for others. */
  problems: z.array(
    z.object({
      file: z.string(),
      line: z.int(),
      column: z.int(),
      code: z.string(),
      message: BilingualSchema,
      hint: BilingualSchema.optional(),
    }),
  ),
});

export const NewRehearsalSchema = z.strictObject({
  script: z.string().min(1).max(64),
  persona: z.string().min(1).max(64),
  /** What is laid on the persona, each once. */
  overlays: z
    .array(z.string().min(1).max(64))
    .max(MOST_OVERLAYS)
    .refine((ids) => new Set(ids).size === ids.length, '不能重复')
    .default([]),
  mode: ModeSchema.default('practice'),
  pace: PaceSchema.default(1),
  /** Left out, the server draws one. */
  seed: z.int().nonnegative().max(0xffffffff).optional(),
});

export const RehearsalSummarySchema = z.object({
  id: z.string(),
  script: z.string(),
  title: BilingualSchema,
  persona: z.string(),
  overlays: z.array(PersonaSummarySchema.pick({ id: true, name: true })),
  mode: ModeSchema,
  pace: PaceSchema,
  trainee: UserSchema.pick({ id: true, name: true }),
  startedAt: z.iso.datetime(),
  status: z.enum(['running', 'over', 'abandoned']),
  ending: EndingSchema.nullable(),
  score: z.number().nullable(),
  passed: z.boolean().nullable(),
  /** Whether it is the one exam of its trainee in this exercise, or was until a retake was granted (R91). */
  exam: z.enum(['counts', 'retake-granted']).nullable(),
});

/** A page of them, newest first; `next` is asked for as `?before=` and null where there are no older ones. */
export const RehearsalsSchema = z.object({
  rehearsals: z.array(RehearsalSummarySchema),
  next: z.string().nullable(),
});

export const CustomerSchema = z.object({ name: z.string(), group: CustomerGroupSchema });

/** What lies on the desk at the start: the brief, and what can be looked up. Nothing that the customer hides. */
export const DeskSchema = z.object({
  rehearsal: RehearsalSummarySchema,
  /** The trainee has joined and the clock runs; before that the brief is read. */
  begun: z.boolean(),
  brief: BilingualSchema,
  /** What was said to the robot before the agent took over (R78). */
  botLog: BotLogSchema.nullable(),
  now: z.string(),
  opens: z.enum(['customer', 'agent']),
  /** Seconds that the rubric allows for the first reply and for each later one, at pace 1. */
  limits: z.object({ first: z.number().positive(), each: z.number().positive() }),
  /** The complaint ticket; its first reply is due so many ms after the start, never where nothing is timed. */
  ticket: z.object({ id: z.string(), opened: z.string(), due: z.number().nullable() }).nullable(),
  stage: StageSchema,
  /** `version` and `date` are those of the product cards; a policy has its own (R64, R88). */
  shop: z.object({
    name: BilingualSchema,
    category: BilingualSchema,
    style: z.string(),
    version: z.int().positive(),
    date: z.iso.date().nullable(),
  }),
  platform: z.string(),
  customer: CustomerSchema,
  /** How the customer feels at the start, and how this persona's moods are called. Practice only. */
  mood: z
    .object({
      name: BilingualSchema,
      level: z.number(),
      tone: ToneSchema,
      tones: z.record(ToneSchema, BilingualSchema),
    })
    .nullable(),
  /** Present once there is an order to look up. */
  order: OrderSchema.pick({ id: true, status: true }).nullable(),
  products: z.array(ProductSchema.pick({ id: true, name: true, price: true, status: true })),
  policies: z.array(PolicySchema.omit({ text: true, promotion: true })),
  /** What is on today, to be known before the start (R79). */
  promotions: z.array(PolicySchema.pick({ id: true, title: true, text: true })),
  /** Actions that exist in this case. */
  actions: z.array(ActionNameSchema),
});
export type Desk = z.infer<typeof DeskSchema>;
export type Library = z.infer<typeof LibrarySchema>;
export type RehearsalSummary = z.infer<typeof RehearsalSummarySchema>;
export type NewRehearsal = z.infer<typeof NewRehearsalSchema>;
export type Session = z.infer<typeof SessionSchema>;
