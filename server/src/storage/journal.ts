import type { JournalEntry } from '@kefu/shared/protocol/journal';
import { ActionEntrySchema } from '@kefu/shared/rehearsal/entry';
import { BilingualSchema } from '@kefu/shared/script/text';
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { newId } from '../auth/users';
import { Refusal } from '../refusal';
import type { Storage } from './database';
import { JournalRowSchema, type Tables } from './tables';
import type { WorkNotes } from './work-notes';

const NotedSchema = z.object({
  id: z.string(),
  title: z.string(),
  status: z.string(),
  created_at: z.iso.datetime(),
  json: z.string(),
});

/** People's own work logs (R81): what they wrote there, what they noted at the desk, and after a rehearsal. */
export class Journal {
  private readonly db: Kysely<Tables>;
  private readonly workNotes: WorkNotes;

  constructor({ db }: Pick<Storage, 'db'>, workNotes: WorkNotes) {
    this.db = db;
    this.workNotes = workNotes;
  }

  /** Newest first. */
  async list(userId: string): Promise<JournalEntry[]> {
    const written = await this.written(userId);
    const noted = await this.noted(userId);
    const after = await this.after(userId);
    return [...written, ...noted, ...after].toSorted(
      (a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id),
    );
  }

  async add(userId: string, text: string, at: string): Promise<void> {
    await this.db.insertInto('journal_entry').values({ id: newId(), user_id: userId, at, text }).execute();
  }

  /** @throws {Refusal} `not-found` alike for an entry that does not exist and one of somebody else */
  async change(userId: string, id: string, text: string): Promise<void> {
    const { numUpdatedRows } = await this.db
      .updateTable('journal_entry')
      .set({ text })
      .where('id', '=', id)
      .where('user_id', '=', userId)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new Refusal('not-found');
  }

  /** @throws {Refusal} `not-found` */
  async remove(userId: string, id: string): Promise<void> {
    const { numDeletedRows } = await this.db
      .deleteFrom('journal_entry')
      .where('id', '=', id)
      .where('user_id', '=', userId)
      .executeTakeFirst();
    if (numDeletedRows !== 1n) throw new Refusal('not-found');
  }

  private async written(userId: string): Promise<JournalEntry[]> {
    const rows = await this.db
      .selectFrom('journal_entry')
      .selectAll()
      .where('user_id', '=', userId)
      .execute();
    return rows
      .map((row) => JournalRowSchema.parse(row))
      .map(({ id, at, text }) => ({ from: 'self', id, at, text }));
  }

  private async after(userId: string): Promise<JournalEntry[]> {
    const notes = await this.workNotes.of(userId);
    return notes.map(({ rehearsal, title, at, ...note }) => ({
      ...{ from: 'after' as const, id: `${rehearsal}-after`, at, note },
      rehearsal: { id: rehearsal, title, over: true },
    }));
  }

  private async noted(userId: string): Promise<JournalEntry[]> {
    const rows = await this.db
      .selectFrom('entry')
      .innerJoin('rehearsal', 'rehearsal.id', 'entry.rehearsal')
      .select(['rehearsal.id', 'rehearsal.title', 'rehearsal.status', 'rehearsal.created_at', 'entry.json'])
      .where('rehearsal.user_id', '=', userId)
      .where(sql`entry.json ->> '$.action.do'`, '=', 'note')
      .execute();
    return rows.flatMap((row): JournalEntry[] => {
      const { id, title, status, created_at, json } = NotedSchema.parse(row);
      const { seq, at, action } = ActionEntrySchema.parse(JSON.parse(json));
      if (action.do !== 'note') return [];
      return [
        {
          from: 'desk',
          id: `${id}-${seq}`,
          // The time at the desk, counted from when the rehearsal was made: near enough for a log of days.
          at: new Date(Date.parse(created_at) + at).toISOString(),
          text: action.with.text,
          rehearsal: { id, title: BilingualSchema.parse(JSON.parse(title)), over: status === 'over' },
        },
      ];
    });
  }
}
