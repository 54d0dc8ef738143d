import { type Kysely, type Migration, type MigrationProvider, sql } from 'kysely';

/** The database's history. A migration that was released is never changed: a new one follows it. */
const MIGRATIONS: Record<string, Migration> = {
  '001-first': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('user')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('name_key', 'text', (column) => column.notNull().unique())
        .addColumn('role', 'text', (column) => column.notNull())
        .addColumn('password', 'text')
        .addColumn('disabled', 'integer', (column) => column.notNull())
        .addColumn('created_at', 'text', (column) => column.notNull())
        .modifyEnd(sql`strict`)
        .execute();
      await db.schema
        .createTable('session')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('user_id', 'text', (column) => column.notNull().references('user.id').onDelete('cascade'))
        .addColumn('expires_at', 'text', (column) => column.notNull())
        .modifyEnd(sql`strict`)
        .execute();
      await db.schema.createIndex('session_by_user').on('session').column('user_id').execute();
      await db.schema
        .createTable('content')
        .addColumn('hash', 'text', (column) => column.primaryKey())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('json', 'text', (column) => column.notNull())
        .modifyEnd(sql`strict`)
        .execute();
      await createRehearsals(db);
      await db.schema
        .createTable('service')
        .addColumn('id', 'integer', (column) => column.primaryKey())
        .addColumn('clock', 'real', (column) => column.notNull())
        .modifyEnd(sql`strict`)
        .execute();
      await sql`insert into service (id, clock) values (1, 0)`.execute(db);
    },
  },
  '002-models': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('model')
        .addColumn('hash', 'text', (column) => column.primaryKey())
        .addColumn('created_at', 'text', (column) => column.notNull())
        .addColumn('rows', 'integer', (column) => column.notNull())
        .addColumn('user_id', 'text', (column) => column.references('user.id'))
        .addColumn('lesson', 'text')
        .addColumn('packed', 'blob', (column) => column.notNull())
        .modifyEnd(sql`strict`)
        .execute();
      // Null: whatever this version of the program brings along.
      await db.schema.alterTable('service').addColumn('model', 'text').execute();
      await db.schema
        .createTable('labelled_reply')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('text', 'text', (column) => column.notNull())
        .addColumn('context', 'text', (column) => column.notNull())
        .addColumn('labels', 'text')
        .addColumn('user_id', 'text', (column) => column.notNull().references('user.id'))
        .addColumn('at', 'text', (column) => column.notNull())
        .modifyEnd(sql`strict`)
        .execute();
      await db.schema.createIndex('labelled_reply_by_time').on('labelled_reply').column('at').execute();
    },
  },
  '003-overlays': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .alterTable('rehearsal')
        .addColumn('overlays', 'text', (column) => column.notNull().defaultTo('[]'))
        .execute();
    },
  },
  '004-groups': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('user_group')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('created_at', 'text', (column) => column.notNull())
        .addColumn('invite', 'text', (column) => column.unique())
        .addColumn('invite_expires_at', 'text')
        .modifyEnd(sql`strict`)
        .execute();
      await db.schema
        .createTable('membership')
        .addColumn('group_id', 'text', (column) =>
          column.notNull().references('user_group.id').onDelete('cascade'),
        )
        .addColumn('user_id', 'text', (column) => column.notNull().references('user.id').onDelete('cascade'))
        .addColumn('joined_at', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('membership_key', ['group_id', 'user_id'])
        .modifyEnd(sql`strict`)
        .execute();
      await db.schema.createIndex('membership_by_user').on('membership').column('user_id').execute();
    },
  },
  '005-journal': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('journal_entry')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('user_id', 'text', (column) => column.notNull().references('user.id').onDelete('cascade'))
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('text', 'text', (column) => column.notNull())
        .modifyEnd(sql`strict`)
        .execute();
      await db.schema.createIndex('journal_by_user').on('journal_entry').column('user_id').execute();
    },
  },
  '006-phrases-and-notes': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('phrase')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('user_id', 'text', (column) => column.notNull().references('user.id').onDelete('cascade'))
        .addColumn('title', 'text', (column) => column.notNull())
        .addColumn('text', 'text', (column) => column.notNull())
        .addColumn('uses', 'integer', (column) => column.notNull())
        .addColumn('created_at', 'text', (column) => column.notNull())
        .modifyEnd(sql`strict`)
        .execute();
      await db.schema.createIndex('phrase_by_user').on('phrase').column('user_id').execute();
      await db.schema
        .createTable('work_note')
        .addColumn('rehearsal', 'text', (column) => column.primaryKey().references('rehearsal.id'))
        .addColumn('issue', 'text', (column) => column.notNull())
        .addColumn('promise', 'text', (column) => column.notNull())
        .addColumn('cause', 'text', (column) => column.notNull())
        .addColumn('at', 'text', (column) => column.notNull())
        .modifyEnd(sql`strict`)
        .execute();
    },
  },
  '007-exams': {
    async up(db: Kysely<unknown>) {
      await db.schema.alterTable('rehearsal').addColumn('exam_key', 'text').execute();
      await db.schema
        .alterTable('rehearsal')
        .addColumn('retake_by', 'text', (column) => column.references('user.id'))
        .execute();
      await db.schema.alterTable('rehearsal').addColumn('retake_at', 'text').execute();
      // Two of the same moment may both have begun before: the first one counts.
      await sql`
        update rehearsal set exam_key = user_id || '/' || script || '/' || persona
        where rowid in (
          select min(exam.rowid) from rehearsal exam
          inner join user on user.id = exam.user_id
          where exam.mode = 'exam' and exam.status != 'abandoned' and user.role in ('guest', 'trainee')
          group by exam.user_id, exam.script, exam.persona
        )`.execute(db);
      await db.schema.createIndex('rehearsal_by_exam').unique().on('rehearsal').column('exam_key').execute();
    },
  },
  '008-inbox': {
    async up(db: Kysely<unknown>) {
      // The key forbids a second one: whether it can be taken depends on what becomes of the first.
      await db.schema
        .createTable('inbox')
        .addColumn('rehearsal', 'text', (column) =>
          column.primaryKey().references('rehearsal.id').onDelete('cascade'),
        )
        .addColumn('json', 'text', (column) => column.notNull())
        .modifyEnd(sql`strict`)
        .execute();
    },
  },
};

async function createRehearsals(db: Kysely<unknown>): Promise<void> {
  const hashes = ['script_hash', 'shop_hash', 'persona_hash', 'rubric_hash'] as const;
  let rehearsal = db.schema
    .createTable('rehearsal')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('user_id', 'text', (column) => column.notNull().references('user.id'));
  for (const column of ['script', 'persona', 'variant', 'title'] as const) {
    rehearsal = rehearsal.addColumn(column, 'text', (column) => column.notNull());
  }
  for (const hash of hashes) {
    rehearsal = rehearsal.addColumn(hash, 'text', (column) => column.notNull().references('content.hash'));
  }
  await rehearsal
    .addColumn('recogniser_hash', 'text', (column) => column.notNull())
    .addColumn('seed', 'integer', (column) => column.notNull())
    .addColumn('pace', 'real', (column) => column.notNull())
    .addColumn('mode', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('begun_at', 'real')
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('ending', 'text')
    .addColumn('score', 'real')
    .addColumn('passed', 'integer')
    .addColumn('scorecard', 'text')
    .modifyEnd(sql`strict`)
    .execute();
  await db.schema
    .createIndex('rehearsal_by_user')
    .on('rehearsal')
    .columns(['user_id', 'created_at'])
    .execute();
  await db.schema.createIndex('rehearsal_by_status').on('rehearsal').column('status').execute();
  // The key forbids two entries of one number: what is in the log stays as it is.
  await db.schema
    .createTable('entry')
    .addColumn('rehearsal', 'text', (column) => column.notNull().references('rehearsal.id'))
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('json', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('entry_key', ['rehearsal', 'seq'])
    .modifyEnd(sql`strict`)
    .execute();
}

export const migrations: MigrationProvider = { getMigrations: async () => MIGRATIONS };
