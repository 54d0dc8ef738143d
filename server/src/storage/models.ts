import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Storage } from './database';
import { type ModelRow, ModelRowSchema, ServiceRowSchema, type Tables } from './tables';

const ListedSchema = ModelRowSchema.omit({ packed: true }).extend({ trainer: z.string().nullable() });
export type ListedModel = z.infer<typeof ListedSchema>;

/** How many models that nobody ever rehearsed with are kept to choose from. */
const UNUSED_KEPT = 5;

/** The models that were ever in use, and those trained last. */
export class Models {
  private readonly db: Kysely<Tables>;

  constructor({ db }: Pick<Storage, 'db'>) {
    this.db = db;
  }

  /** The same training again only takes the place of the earlier one in the list. */
  async add(row: ModelRow): Promise<void> {
    const { created_at, user_id, lesson } = row;
    await this.db
      .insertInto('model')
      .values(row)
      .onConflict((conflict) => conflict.column('hash').doUpdateSet({ created_at, user_id, lesson }))
      .execute();
  }

  async has(hash: string): Promise<boolean> {
    const row = await this.db.selectFrom('model').select('hash').where('hash', '=', hash).executeTakeFirst();
    return row !== undefined;
  }

  async packed(hash: string): Promise<ModelRow['packed'] | undefined> {
    const row = await this.db
      .selectFrom('model')
      .select('packed')
      .where('hash', '=', hash)
      .executeTakeFirst();
    return row && ModelRowSchema.shape.packed.parse(row.packed);
  }

  /** Newest first. */
  async list(): Promise<ListedModel[]> {
    const rows = await this.db
      .selectFrom('model')
      .leftJoin('user', 'user.id', 'model.user_id')
      .select(['hash', 'model.created_at', 'rows', 'user_id', 'lesson', 'user.name as trainer'])
      .orderBy('model.created_at', 'desc')
      .orderBy('hash')
      .execute();
    return rows.map((row) => ListedSchema.parse(row));
  }

  /** The model that somebody chose; null for the one that comes with the program. */
  async chosen(): Promise<string | null> {
    const row = await this.db.selectFrom('service').selectAll().executeTakeFirstOrThrow();
    return ServiceRowSchema.parse(row).model;
  }

  async choose(hash: string | null): Promise<void> {
    await this.db.updateTable('service').set({ model: hash }).execute();
  }

  /** Removes models that nothing was ever played with, but for the newest and the one that is chosen. */
  async tidy(): Promise<void> {
    const chosen = await this.chosen();
    const unused = await this.db
      .selectFrom('model')
      .select('hash')
      .where('user_id', 'is not', null)
      .where('hash', 'not in', (played) => played.selectFrom('rehearsal').select('recogniser_hash'))
      .orderBy('created_at', 'desc')
      .execute();
    const old = unused
      .map(({ hash }) => hash)
      .filter((hash) => hash !== chosen)
      .slice(UNUSED_KEPT);
    if (old.length > 0) await this.db.deleteFrom('model').where('hash', 'in', old).execute();
  }
}
