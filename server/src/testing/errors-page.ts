import { ERROR_CODES, ERRORS } from '@kefu/shared/protocol/errors';

/** docs/errors.md, made from the table of errors. */
export function errorsPage(): string {
  const rows = ERROR_CODES.map((code) => {
    const { status, zh, en } = ERRORS[code];
    return `| \`${code}\` | ${status} | ${zh} | ${en} |`;
  });
  return `${[
    '# 错误一览 / Errors',
    '',
    '本页由 `shared/src/protocol/errors.ts` 生成。REST 以状态码和 `{code, message}` 回答，WebSocket 以 `{ok: false, code}` 确认。',
    '',
    'Made from `shared/src/protocol/errors.ts`. REST answers with the status and `{code, message}`, sockets acknowledge with `{ok: false, code}`.',
    '',
    '| code | HTTP | 中文 | English |',
    '|---|---|---|---|',
    ...rows,
  ].join('\n')}\n`;
}
