import { RoleSchema } from '@kefu/shared/protocol/rest';
import { z } from 'zod';
import { REMOVED_PERSON } from '../auth/users';
import { Refusal } from '../refusal';
import type { Storage } from '../storage/database';
import { EntryRowSchema } from '../storage/tables';

const FoundSchema = z.object({ role: RoleSchema, disabled: z.int() });
const TextSchema = z.object({ text: z.string() });
const LabelledSchema = TextSchema.extend({ id: z.string() });

/** In an order in which nothing refers to what is gone. Sessions, memberships, journal and phrases go with the user. */
const STATEMENTS = [
  'delete from work_note where rehearsal in (select id from rehearsal where user_id = ?)',
  'delete from entry where rehearsal in (select id from rehearsal where user_id = ?)',
  'delete from rehearsal where user_id = ?',
  'delete from user where id = ?',
];

/** What stays when its author goes. */
const AUTHORED = [
  { table: 'labelled_reply', column: 'user_id' },
  { table: 'model', column: 'user_id' },
  { table: 'rehearsal', column: 'retake_by' },
];

/**
 * Removes a person with all that is stored about them, at once and for good. What they taught the recogniser stays without
 * their name; what others labelled of their words goes, for words can tell who wrote them.
 * @throws {Refusal} `not-found`, or `last-admin` where nobody could administer any more
 */
export async function erasePerson({ connection, commits }: Storage, id: string): Promise<void> {
  await commits.run(() => {
    checkErasable(connection, id);
    const said = connection.prepare(
      `select json from entry join rehearsal on rehearsal.id = entry.rehearsal
       where user_id = ? and json ->> 'kind' = 'reply'`,
    );
    const words = new Set(said.all(id).map(wordsOf));
    const labelled = connection.prepare('select id, text from labelled_reply').all();
    const forget = connection.prepare('delete from labelled_reply where id = ?');
    for (const row of labelled) {
      const { id: label, text } = LabelledSchema.parse(row);
      if (words.has(text)) forget.run(label);
    }
    passOn(connection, id);
    for (const statement of STATEMENTS) connection.prepare(statement).run(id);
  });
  // What was written lately stands in the journal of the database as well, until it is emptied.
  connection.pragma('wal_checkpoint(TRUNCATE)');
}

/** As a column of the database has them: half a character, which JSON keeps, is stored as the sign for a wrong one. */
function wordsOf(row: unknown): string {
  const { json } = EntryRowSchema.pick({ json: true }).parse(row);
  return TextSchema.parse(JSON.parse(json)).text.replaceAll(/\p{Cs}/gu, '\ufffd');
}

/** @throws {Refusal} as {@link erasePerson} */
export function checkErasable(connection: Storage['connection'], id: string): void {
  const row = connection
    .prepare('select role, disabled from user where id = ? and id != ?')
    .get(id, REMOVED_PERSON.id);
  if (row === undefined) throw new Refusal('not-found');
  const { role, disabled } = FoundSchema.parse(row);
  if (role !== 'admin' || disabled === 1) return;
  const another = connection
    .prepare("select id from user where role = 'admin' and disabled = 0 and id != ? limit 1")
    .get(id);
  if (another === undefined) throw new Refusal('last-admin');
}

/** What must have an author gets nobody for one. */
function passOn(connection: Storage['connection'], id: string): void {
  for (const { table, column } of AUTHORED) {
    const authored = connection.prepare(`select 1 from ${table} where ${column} = ? limit 1`).get(id);
    if (authored === undefined) continue;
    const { id: nobody, name, name_key, role, disabled } = REMOVED_PERSON;
    connection
      .prepare(
        `insert into user (id, name, name_key, role, disabled, created_at)
         values (?, ?, ?, ?, ?, '2026-01-01T00:00:00.000Z') on conflict do nothing`,
      )
      .run(nobody, name, name_key, role, disabled);
    connection.prepare(`update ${table} set ${column} = ? where ${column} = ?`).run(nobody, id);
  }
}
