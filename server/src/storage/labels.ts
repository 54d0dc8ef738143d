import { createHash } from 'node:crypto';
import type { Label } from '@kefu/shared/protocol/teaching';
import { ActSchema } from '@kefu/shared/understanding/acts';
import type { LabelledReply } from '@kefu/shared/understanding/labelled-reply';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Storage } from './database';
import { LabelledRowSchema, type Tables } from './tables';

/** Replies by their words and those before them: the same again has the same id. */
export const replyId = (text: string, context: string): string =>
  createHash('sha256')
    .update(JSON.stringify([text, context]))
    .digest('base64url')
    .slice(0, 22);

const FoundSchema = LabelledRowSchema.extend({ by: z.string() });
const ActsSchema = z.array(ActSchema).nullable();

type NewLabel = Pick<Label, 'text' | 'context' | 'labels' | 'at'> & { readonly userId: string };

/** What trainers said of replies. */
export class Labels {
  private readonly db: Kysely<Tables>;

  constructor({ db }: Pick<Storage, 'db'>) {
    this.db = db;
  }

  async put({ text, context, labels, at, userId }: NewLabel): Promise<string> {
    const id = replyId(text, context);
    const said = { labels: labels && JSON.stringify(labels), user_id: userId, at };
    await this.db
      .insertInto('labelled_reply')
      .values({ id, text, context, ...said })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(said))
      .execute();
    return id;
  }

  /** @returns the label that is no more; undefined if there was none */
  async remove(id: string): Promise<Label | undefined> {
    const found = await this.all().where('labelled_reply.id', '=', id).executeTakeFirst();
    await this.db.deleteFrom('labelled_reply').where('id', '=', id).execute();
    return found && labelOf(found);
  }

  /** Newest first. */
  async list(): Promise<Label[]> {
    const rows = await this.all().orderBy('at', 'desc').orderBy('labelled_reply.id').execute();
    return rows.map(labelOf);
  }

  /** What one person said, newest first. */
  async by(userId: string): Promise<Label[]> {
    const rows = await this.all().where('user_id', '=', userId).orderBy('at', 'desc').execute();
    return rows.map(labelOf);
  }

  /** Ids of all replies that were labelled or passed over. */
  async decided(): Promise<ReadonlySet<string>> {
    const rows = await this.db.selectFrom('labelled_reply').select('id').execute();
    return new Set(rows.map(({ id }) => id));
  }

  /** What there is to learn, in an order that stays the same. */
  async taught(): Promise<(LabelledReply & { readonly at: string })[]> {
    const rows = await this.all()
      .where('labels', 'is not', null)
      .orderBy('at')
      .orderBy('labelled_reply.id')
      .execute();
    return rows.map(labelOf).map(({ text, context, labels, at }) => ({
      ...{ text, labels: labels ?? [], at },
      ...(context !== '' && { context }),
    }));
  }

  private all() {
    return this.db
      .selectFrom('labelled_reply')
      .innerJoin('user', 'user.id', 'labelled_reply.user_id')
      .selectAll('labelled_reply')
      .select('user.name as by');
  }
}

function labelOf(row: unknown): Label {
  const { id, text, context, labels, at, by } = FoundSchema.parse(row);
  return { id, text, context, labels: labels === null ? null : ActsSchema.parse(JSON.parse(labels)), at, by };
}
