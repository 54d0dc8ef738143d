import type { NewWorkNote, WorkNote } from '@kefu/shared/protocol/work-notes';
import { BilingualSchema } from '@kefu/shared/script/text';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Storage } from './database';
import { type Tables, WorkNoteRowSchema } from './tables';

const FoundSchema = WorkNoteRowSchema.extend({ title: z.string() });

/** What trainees wrote down after their rehearsals (R81), one note each. */
export class WorkNotes {
  private readonly db: Kysely<Tables>;

  constructor({ db }: Pick<Storage, 'db'>) {
    this.db = db;
  }

  async find(rehearsal: string): Promise<WorkNote | null> {
    const row = await this.all().where('rehearsal.id', '=', rehearsal).executeTakeFirst();
    return row ? noteOf(row) : null;
  }

  /** Newest first. */
  async of(userId: string): Promise<WorkNote[]> {
    const rows = await this.all().where('user_id', '=', userId).orderBy('at', 'desc').execute();
    return rows.map(noteOf);
  }

  /** In the place of an earlier one. */
  async put(rehearsal: string, note: NewWorkNote, at: string): Promise<void> {
    const written = { ...note, at };
    await this.db
      .insertInto('work_note')
      .values({ rehearsal, ...written })
      .onConflict((conflict) => conflict.column('rehearsal').doUpdateSet(written))
      .execute();
  }

  private all() {
    return this.db
      .selectFrom('work_note')
      .innerJoin('rehearsal', 'rehearsal.id', 'work_note.rehearsal')
      .selectAll('work_note')
      .select('rehearsal.title');
  }
}

function noteOf(row: unknown): WorkNote {
  const { title, ...note } = FoundSchema.parse(row);
  return { ...note, title: BilingualSchema.parse(JSON.parse(title)) };
}
