import { Kysely, SqliteDialect } from 'kysely';
import Connection from 'libsql';
import { Models } from './models';
import type { Tables } from './tables';

/** One model of a database that a server may be using just now: nothing is changed in it, not even brought up to date. */
export async function readStoredModel(path: string, hash: string): Promise<Uint8Array | undefined> {
  const database = new Connection(path, { timeout: 2_000 });
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
  try {
    // A database of an earlier version has no models.
    const tables = await db.introspection.getTables();
    return tables.some(({ name }) => name === 'model') ? await new Models({ db }).packed(hash) : undefined;
  } finally {
    await db.destroy();
  }
}
