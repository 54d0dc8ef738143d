import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ConfigError } from '../config';
import { checkErasable, erasePerson } from '../persons/erase';
import { personData } from '../persons/person-data';
import { Refusal } from '../refusal';
import type { Command } from './command';
import { UsageError } from './usage-error';
import { withAccount } from './with-account';

export const person: Command = {
  summary: '导出或删除一个人的全部数据，服务器要先停 / export or delete a person, the server must be stopped',
  usage: [
    'kefu person export NAME [FILE]',
    'kefu person delete NAME --yes',
    '',
    'export 把这个账号的全部数据写成 JSON（默认写到标准输出）；delete 把账号和全部数据永久删除，不能恢复。',
    'export writes all data of the account as JSON, to stdout without FILE; delete removes the account and all of it for good.',
    '备份文件里的数据要另外处理 / backups keep what they hold: see docs/security.md',
  ].join('\n'),
  async run(args) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { yes: { type: 'boolean', default: false } },
    });
    const [what, name, file] = positionals;
    if (name === undefined)
      throw new UsageError('需要 export 或 delete，以及用户名 / say export or delete, and whom');
    if (what === 'export') return exportTo(name, file);
    if (what !== 'delete') throw new UsageError(`不认识 / unknown: ${what}`);
    if (!values.yes)
      throw new UsageError(
        '删除后不能恢复，确定请加 --yes / there is no way back: add --yes if you are sure',
      );
    return remove(name);
  },
};

async function exportTo(name: string, file: string | undefined): Promise<number> {
  if (file !== undefined && existsSync(file)) {
    throw new ConfigError(`文件已存在，没有覆盖 / the file exists, nothing was written: ${file}`);
  }
  const data = await withAccount(name, ({ id }, storage) => personData(storage, id, new Date()));
  const json = `${JSON.stringify(data, null, 2)}\n`;
  if (file === undefined) process.stdout.write(json);
  else writeFileSync(file, json, { mode: 0o600 });
  return 0;
}

async function remove(name: string): Promise<number> {
  await withAccount(name, async ({ id }, storage) => {
    try {
      checkErasable(storage.connection, id);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      throw new ConfigError(`至少要保留一位管理员 / the last administrator stays: ${name}`);
    }
    await erasePerson(storage, id);
  });
  process.stdout.write(`已删除 / deleted: ${name}\n`);
  return 0;
}
