import { MAX_PHRASES, type NewPhrase, type Phrase, type PhraseChange } from '@kefu/shared/protocol/phrases';
import type { Kysely } from 'kysely';
import { newId } from '../auth/users';
import { Refusal } from '../refusal';
import type { Storage } from './database';
import { PhraseRowSchema, type Tables } from './tables';

/** The phrases that users keep for themselves. Nobody sees those of another; asked for them, they do not exist. */
export class Phrases {
  private readonly db: Kysely<Tables>;

  constructor({ db }: Pick<Storage, 'db'>) {
    this.db = db;
  }

  /** The most used first, among equals the newest. */
  async of(userId: string): Promise<Phrase[]> {
    const rows = await this.db
      .selectFrom('phrase')
      .selectAll()
      .where('user_id', '=', userId)
      .orderBy('uses', 'desc')
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .execute();
    return rows.map(phraseOf);
  }

  /** @throws {Refusal} `too-many-phrases` */
  async add(userId: string, { title, text }: NewPhrase, at: string): Promise<Phrase> {
    const row = { id: newId(), user_id: userId, title, text, uses: 0, created_at: at };
    const counted = this.db.selectFrom('phrase').select(({ fn }) => fn.countAll<number>().as('count'));
    const { count } = await counted.where('user_id', '=', userId).executeTakeFirstOrThrow();
    if (count >= MAX_PHRASES) throw new Refusal('too-many-phrases');
    await this.db.insertInto('phrase').values(row).execute();
    return phraseOf(row);
  }

  /** @throws {Refusal} `not-found`, as all that follow */
  async change(userId: string, id: string, change: PhraseChange): Promise<Phrase> {
    const { title, text } = { ...(await this.find(userId, id)), ...change };
    await this.db.updateTable('phrase').set({ title, text }).where('id', '=', id).execute();
    return this.find(userId, id);
  }

  async use(userId: string, id: string): Promise<Phrase> {
    await this.find(userId, id);
    await this.db
      .updateTable('phrase')
      .set(({ eb }) => ({ uses: eb('uses', '+', 1) }))
      .where('id', '=', id)
      .execute();
    return this.find(userId, id);
  }

  async remove(userId: string, id: string): Promise<Phrase> {
    const removed = await this.find(userId, id);
    await this.db.deleteFrom('phrase').where('id', '=', id).execute();
    return removed;
  }

  private async find(userId: string, id: string): Promise<Phrase> {
    const row = await this.db
      .selectFrom('phrase')
      .selectAll()
      .where('id', '=', id)
      .where('user_id', '=', userId)
      .executeTakeFirst();
    if (!row) throw new Refusal('not-found');
    return phraseOf(row);
  }
}

function phraseOf(row: unknown): Phrase {
  const { id, title, text, uses } = PhraseRowSchema.parse(row);
  return { id, title, text, uses };
}
