import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { Sessions } from '../auth/sessions';
import { systemClock } from '../clock';
import type { Command } from './command';
import { UsageError } from './usage-error';
import { withAccount } from './with-account';

export const password: Command = {
  summary: '给账号一个新密码，服务器要先停 / a new password for an account, the server must be stopped',
  usage: [
    'kefu password NAME',
    '',
    '管理员也忘了密码时用：随机生成新密码并打印出来，恢复被停用的账号，结束它的所有登录。',
    'For when the administrator has lost theirs, too: draws a new password and prints it, enables the account and',
    'signs it out everywhere.',
  ].join('\n'),
  async run(args) {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
    const [name] = positionals;
    if (name === undefined) throw new UsageError('需要用户名 / name the account');
    const drawn = randomBytes(12).toString('base64url');
    await withAccount(name, async ({ id }, storage, users) => {
      await users.change(id, { password: drawn, disabled: false });
      await new Sessions(storage, systemClock).endAllOf(id);
    });
    process.stdout.write(`${drawn}\n`);
    process.stderr.write('这是新密码，请登录后修改 / this is the new password; change it after signing in\n');
    return 0;
  },
};
