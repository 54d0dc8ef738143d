import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, Migrator, SqliteDialect } from 'kysely';
import Connection from 'libsql';
import { type Config, ConfigError } from '../config';
import { storageFault } from './faults';
import { GroupCommit } from './group-commit';
import { migrations } from './migrations';
import type { Tables } from './tables';

/**
 * How long a write waits for another program's lock, ms. The wait stops the whole server, so it is short; people
 * are asked to send again.
 */
const BUSY_MS = 400;

/**
 * The database through one connection, since two of one process would wait for each other. `db` asks and writes single
 * statements; what must be atomic or quick goes through `commits` with prepared statements.
 */
export type Storage = {
  readonly db: Kysely<Tables>;
  readonly connection: Connection.Database;
  readonly commits: GroupCommit;
  readonly close: () => Promise<void>;
};

export const databaseFile = (data: string): string => join(data, 'kefu.db');

/** Opens the database in the data folder, making both if they are missing, and brings it up to date. */
export async function openDatabase({
  data,
  synchronous,
}: Pick<Config, 'data' | 'synchronous'>): Promise<Storage> {
  const lock = lockFolder(data);
  const connection = new Connection(databaseFile(data), { timeout: BUSY_MS });
  connection.pragma('journal_mode = WAL');
  connection.pragma(`synchronous = ${synchronous}`);
  connection.pragma('foreign_keys = ON');
  // What is deleted is overwritten: no words of a person stay behind in the file.
  connection.pragma('secure_delete = ON');
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: connection }) });
  const close = async () => {
    await db.destroy();
    lock.close();
  };
  const { error } = await new Migrator({ db, provider: migrations }).migrateToLatest();
  if (error) {
    await close();
    throw error;
  }
  return { db, connection, commits: new GroupCommit(connection), close };
}

/**
 * Keeps a second server off the folder: both would play the customers of all rehearsals. The lock is one of the operating
 * system's, so it ends with the process, however that ends.
 */
export function lockFolder(data: string): Connection.Database {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const lock = new Connection(join(data, 'kefu.lock'), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    if (storageFault(error) !== 'storage-busy') throw error;
    throw new ConfigError(
      `另一个客服道场正在使用这个数据文件夹 / another Kefu Dojo is using this data folder: ${data}`,
    );
  }
}
