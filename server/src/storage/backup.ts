import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Connection from 'libsql';
import { z } from 'zod';
import { ConfigError } from '../config';
import { databaseFile, lockFolder } from './database';

/**
 * Writes the database as it is at this moment into a file of its own; the server may go on meanwhile.
 * @throws {ConfigError} if there is no database, or the file exists
 */
export function backUp(data: string, file: string): void {
  const source = databaseFile(data);
  if (!existsSync(source)) {
    throw new ConfigError(`这个文件夹里没有数据库 / no database in this folder: ${data}`);
  }
  if (existsSync(file))
    throw new ConfigError(`文件已存在，没有覆盖 / the file exists, nothing was written: ${file}`);
  const part = `${file}.part`;
  rmSync(part, { force: true });
  const connection = new Connection(source, { readonly: true });
  try {
    connection.prepare('vacuum into ?').run(part);
  } finally {
    connection.close();
  }
  checkWhole(part);
  // Nobody finds half a backup under this name.
  renameSync(part, file);
}

/**
 * Puts a backup in the place of the database. No server may be running on the folder.
 * @param at marks the file to which a database that was there is moved
 * @returns that file, if there was one
 * @throws {ConfigError} if the file is no sound database of ours, a server runs, or there is a database and it may not be replaced
 */
export function restore(
  data: string,
  file: string,
  { replace, at }: { replace: boolean; at: Date },
): string | undefined {
  if (!existsSync(file)) throw new ConfigError(`没有这个文件 / no such file: ${file}`);
  checkWhole(file);
  const lock = lockFolder(data);
  try {
    const target = databaseFile(data);
    const there = existsSync(target);
    if (there && !replace) {
      throw new ConfigError(
        `文件夹里已有数据库；加 --replace 才会替换，原来的会改名保留\n  There is a database already: --replace puts the backup in its place and keeps the old one under another name: ${target}`,
      );
    }
    copyFileSync(file, `${target}.part`);
    const kept = there ? join(data, `kefu-before-${at.toISOString().replaceAll(':', '-')}.db`) : undefined;
    if (kept) setAside(target, kept);
    renameSync(`${target}.part`, target);
    return kept;
  } finally {
    lock.close();
  }
}

/** Moves a database away, whole: what is still in its journal is written into it first. */
function setAside(target: string, kept: string): void {
  const old = new Connection(target);
  try {
    old.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    old.close();
  }
  renameSync(target, kept);
  for (const rest of ['-wal', '-shm']) rmSync(`${target}${rest}`, { force: true });
}

const CheckedSchema = z.array(z.object({ integrity_check: z.string() }));
const TablesSchema = z.array(z.object({ name: z.string() }));

function checkWhole(file: string): void {
  const complaint = databaseComplaint(file);
  if (complaint === undefined) return;
  throw new ConfigError(
    `不是完好的客服道场数据库 / not a sound database of Kefu Dojo: ${file}\n  ${complaint}`,
  );
}

/** What is wrong with a database file of ours, if anything is. */
export function databaseComplaint(file: string): string | undefined {
  const connection = new Connection(file, { readonly: true });
  try {
    const checked = CheckedSchema.parse(connection.prepare('pragma integrity_check').all());
    const [first] = checked;
    if (first?.integrity_check !== 'ok') return first?.integrity_check ?? 'integrity_check: ?';
    const tables = TablesSchema.parse(
      connection.prepare("select name from sqlite_master where type = 'table'").all(),
    ).map(({ name }) => name);
    const missing = ['service', 'user', 'rehearsal', 'entry'].filter((name) => !tables.includes(name));
    return missing.length > 0 ? `tables missing: ${missing.join(', ')}` : undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    connection.close();
  }
}
