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
 * any more. The result makes room again.
 */
export function fillDisk(connection: Connection.Database, rehearsal: string): () => void {
  const relieve = allowNoGrowth(connection);
  const fill = connection.prepare('insert into entry (rehearsal, seq, json) values (?, ?, ?)');
  let seq = 1_000;
  const fits = (size: number): boolean => {
    try {
      fill.run(rehearsal, seq++, 'x'.repeat(size));
      return true;
    } catch {
      return false;
    }
  };
  for (const size of [100_000, 3_000, 300, 30, 3]) while (fits(size));
  return relieve;
}
