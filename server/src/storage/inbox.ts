import { ReplyIdSchema } from '@kefu/shared/rehearsal/entry';
import { ActionSchema } from '@kefu/shared/script/action';
import { z } from 'zod';
import type { Storage } from './database';
import { InboxRowSchema } from './tables';

/** `at` is the time of its arrival, ms since the start of the rehearsal. */
const base = { id: ReplyIdSchema, at: z.number().nonnegative() };

const ReceivedSchema = z.discriminatedUnion('type', [
  z.object({ ...base, type: z.literal('reply'), text: z.string() }),
  z.object({ ...base, type: z.literal('action'), action: ActionSchema }),
]);

/** A reply or an action as it came in, before anybody has understood it. */
export type Received = z.infer<typeof ReceivedSchema>;

/**
 * What was acknowledged and has not come into the log yet: at most one input of each rehearsal. `put` and `remove` are to be
 * run inside a group commit.
 */
export class Inbox {
  private readonly statements;

  constructor({ connection }: Pick<Storage, 'connection'>) {
    this.statements = {
      find: connection.prepare('select json from inbox where rehearsal = ?'),
      put: connection.prepare('insert into inbox (rehearsal, json) values (?, ?)'),
      remove: connection.prepare('delete from inbox where rehearsal = ?'),
    };
  }

  find(rehearsal: string): Received | undefined {
    const row: unknown = this.statements.find.get(rehearsal);
    if (row === undefined) return undefined;
    return ReceivedSchema.parse(JSON.parse(InboxRowSchema.pick({ json: true }).parse(row).json));
  }

  put(rehearsal: string, received: Received): void {
    this.statements.put.run(rehearsal, JSON.stringify(received));
  }

  remove(rehearsal: string): void {
    this.statements.remove.run(rehearsal);
  }
}
