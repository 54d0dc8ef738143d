import { existsSync } from 'node:fs';
import type { Account } from '@kefu/shared/protocol/rest';
import { Users } from '../auth/users';
import { systemClock } from '../clock';
import { ConfigError, readConfig } from '../config';
import { databaseFile, openDatabase, type Storage } from '../storage/database';

/**
 * Does something with the database of KEFU_DATA and the account of this name. No server may be running on it.
 * @throws {ConfigError} if there is no database, a server runs, or nobody has this name
 */
export async function withAccount<T>(
  name: string,
  work: (account: Account, storage: Storage, users: Users) => Promise<T>,
): Promise<T> {
  const config = readConfig(process.env);
  if (!existsSync(databaseFile(config.data))) {
    throw new ConfigError(`这个文件夹里没有数据库 / no database in this folder: ${config.data}`);
  }
  const storage = await openDatabase(config);
  try {
    const users = new Users(storage.db, systemClock);
    const account = await users.named(name);
    if (!account) throw new ConfigError(`没有这个账号 / no such account: ${name}`);
    return await work(account, storage, users);
  } finally {
    await storage.close();
  }
}
