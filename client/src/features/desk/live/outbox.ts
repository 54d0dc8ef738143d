import { ErrorCodeSchema } from '@kefu/shared/protocol/errors';
import { ReplyIdSchema } from '@kefu/shared/rehearsal/entry';
import type { ViewEntry } from '@kefu/shared/rehearsal/view';
import { ActionSchema } from '@kefu/shared/script/action';
import { z } from 'zod';

const ContentSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reply'), text: z.string() }),
  z.object({ kind: z.literal('act'), action: ActionSchema }),
]);

const StatusSchema = z.discriminatedUnion('state', [
  /** Not acknowledged: being sent, or to be sent at the next connection. */
  z.object({ state: z.literal('pending') }),
  /** Acknowledged; the entry itself is still on its way. */
  z.object({ state: z.literal('stored') }),
  /** The server said no. */
  z.object({ state: z.literal('failed'), code: ErrorCodeSchema }),
]);

const ItemSchema = z.object({ id: ReplyIdSchema, content: ContentSchema, status: StatusSchema });
const OutboxSchema = z.array(ItemSchema);

/** What this agent has sent and the log does not show yet, oldest first. */
export type Outbox = readonly Item[];
export type Item = z.infer<typeof ItemSchema>;
export type Content = z.infer<typeof ContentSchema>;

export const queue = (outbox: Outbox, id: string, content: Content): Outbox => [
  ...outbox,
  { id, content, status: { state: 'pending' } },
];

export const mark = (outbox: Outbox, id: string, status: Item['status']): Outbox =>
  outbox.map((item) => (item.id === id ? { ...item, status } : item));

export const discard = (outbox: Outbox, id: string): Outbox => outbox.filter((item) => item.id !== id);

/** Takes out what has arrived in the log, however often it was sent. */
export function settle(outbox: Outbox, entries: readonly ViewEntry[]): Outbox {
  if (outbox.length === 0) return outbox;
  const arrived = new Set(
    entries.flatMap((entry) => (entry.kind === 'reply' || entry.kind === 'action' ? [entry.id] : [])),
  );
  return outbox.some(({ id }) => arrived.has(id)) ? outbox.filter(({ id }) => !arrived.has(id)) : outbox;
}

/** What has to be sent once a connection stands, in its order. */
export const unsent = (outbox: Outbox): Outbox => outbox.filter(({ status }) => status.state === 'pending');

/** As kept over a reload: what is stored on the server needs no keeping. */
export function keep(outbox: Outbox): string | null {
  const kept = outbox.filter(({ status }) => status.state !== 'stored');
  return kept.length === 0 ? null : JSON.stringify(kept);
}

/** What was kept; nothing when it cannot be read. */
export function recall(kept: string | null): Outbox {
  if (kept === null) return [];
  try {
    return OutboxSchema.safeParse(JSON.parse(kept)).data ?? [];
  } catch {
    return [];
  }
}
