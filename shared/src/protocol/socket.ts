import { z } from 'zod';
import { ReplyIdSchema } from '../rehearsal/entry';
import { ViewEntrySchema } from '../rehearsal/view';
import { ActionSchema } from '../script/action';
import { ErrorCodeSchema } from './errors';

/** Raised whenever a message changes its form; a client with another number is told to reload. */
export const PROTOCOL_VERSION = 3;

/** Longest reply, in characters (UTF-16 units). */
export const MAX_REPLY_LENGTH = 2_000;

const rehearsal = z.string().min(1).max(64);

/** Client → server. Every message is acknowledged with an {@link AckSchema}. */
export const ClientMessageSchema = z.discriminatedUnion('type', [
  /** Begin to follow a rehearsal; `after` is the last entry the client has (0 for none). */
  z.strictObject({ type: z.literal('join'), version: z.int(), rehearsal, after: z.int().nonnegative() }),
  /** A reply. The client makes the id, so that sending again after a lost connection stores it once. */
  z.strictObject({ type: z.literal('reply'), rehearsal, id: ReplyIdSchema, text: z.string() }),
  z.strictObject({ type: z.literal('act'), rehearsal, id: ReplyIdSchema, action: ActionSchema }),
]);

const now = z.number().nonnegative();

/** Where a rehearsal stands; times are ms on its own clock, `now` is its present time. */
export const JoinedSchema = z.object({
  rehearsal,
  now,
  /** `resync`: throw away what you have, these are all entries. `gap`: only what you lack. */
  kind: z.enum(['gap', 'resync']),
  entries: z.array(ViewEntrySchema),
  over: z.boolean(),
});

/** Answer to a client message: what was asked for, or a code. `ok` means that it is stored. */
export const AckSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), seq: z.int().positive().optional(), joined: JoinedSchema.optional() }),
  z.object({ ok: z.literal(false), code: ErrorCodeSchema }),
]);

/** Server → client. */
export const ServerMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('entries'), rehearsal, now, entries: z.array(ViewEntrySchema) }),
  /** The customer is typing until its next message is shown, or all is over. */
  z.object({ type: z.literal('typing'), rehearsal, now }),
]);

export type ClientMessage = z.infer<typeof ClientMessageSchema>;
export type ServerMessage = z.infer<typeof ServerMessageSchema>;
export type Ack = z.infer<typeof AckSchema>;
export type Joined = z.infer<typeof JoinedSchema>;

/** socket.io events: one of each direction, so that the unions above are the whole protocol. */
export type ClientToServerEvents = {
  message: (message: unknown, acknowledge?: (answer: Ack) => void) => void;
};
export type ServerToClientEvents = { message: (message: ServerMessage) => void };
