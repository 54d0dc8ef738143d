import type Connection from 'libsql';
import { z } from 'zod';

const PagesSchema = z.tuple([z.object({ page_count: z.int().positive() })]);

/** Leaves the database the room that it has now and no more. The result makes room again. */
export function allowNoGrowth(connection: Connection.Database): () => void {
  const [{ page_count }] = PagesSchema.parse(connection.pragma('page_count'));
  connection.pragma(`max_page_count = ${page_count}`);
  return () => connection.pragma('max_page_count = 1000000');
}

/**
 * Leaves the log no room at all: its half-filled page is filled as well, with entries of a rehearsal that is not looked at
 * any more. What comes in can still be put into the inbox. The result makes room again.
 */
export function fillLog(connection: Connection.Database, rehearsal: string): () => void {
  const relieve = allowNoGrowth(connection);
  const fill = connection.prepare(
    'insert into entry select ?, max(1000, coalesce(max(seq), 0) + 1), ? from entry where rehearsal = ?',
  );
  for (const size of [100_000, 3_000, 300, 30, 3]) {
    while (fits(() => fill.run(rehearsal, `"${'x'.repeat(size)}"`, rehearsal)));
  }
  return relieve;
}

/** As {@link fillLog}, and the inbox has no room either. */
export function fillDisk(connection: Connection.Database, rehearsal: string): () => void {
  const relieve = fillLog(connection, rehearsal);
  connection.prepare("insert into inbox (rehearsal, json) values (?, '\"')").run(rehearsal);
  const grow = connection.prepare('update inbox set json = json || ? where rehearsal = ?');
  for (const size of [3_000, 300, 30, 3]) while (fits(() => grow.run('x'.repeat(size), rehearsal)));
  return relieve;
}

function fits(write: () => void): boolean {
  try {
    write();
    return true;
  } catch {
    return false;
  }
}
