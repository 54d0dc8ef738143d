import { parseArgs } from 'node:util';
import { readConfig } from '../config';
import { backUp, restore as putBack } from '../storage/backup';
import type { Command } from './command';
import { UsageError } from './usage-error';

export const backup: Command = {
  summary: '备份数据库，服务器不用停 / back up the database, the server may run',
  usage: [
    'kefu backup FILE',
    '',
    '把 KEFU_DATA 中的数据库完整写进 FILE；FILE 已存在时不覆盖。',
    'Writes the database of KEFU_DATA into FILE, which must not exist.',
  ].join('\n'),
  async run(args) {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
    const [file] = positionals;
    if (file === undefined) throw new UsageError('需要备份文件名 / name the file to write');
    backUp(readConfig(process.env).data, file);
    process.stdout.write(`已备份 / backed up: ${file}\n`);
    return 0;
  },
};

export const restore: Command = {
  summary: '恢复备份，服务器要先停 / restore a backup, the server must be stopped',
  usage: [
    'kefu restore FILE [--replace]',
    '',
    '检查 FILE 后放进 KEFU_DATA；已有数据库时要加 --replace，原来的改名保留。',
    'Checks FILE and puts it into KEFU_DATA; --replace sets a database that is there aside.',
  ].join('\n'),
  async run(args) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { replace: { type: 'boolean', default: false } },
    });
    const [file] = positionals;
    if (file === undefined) throw new UsageError('需要备份文件 / name a backup file');
    const kept = putBack(readConfig(process.env).data, file, { replace: values.replace, at: new Date() });
    process.stdout.write(`已恢复 / restored: ${file}\n`);
    if (kept !== undefined) process.stdout.write(`原来的数据库 / the old database: ${kept}\n`);
    return 0;
  },
};
