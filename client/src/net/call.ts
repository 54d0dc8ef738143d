import type { ErrorCode } from '@kefu/shared/protocol/errors';
import { ErrorReplySchema, SessionSchema } from '@kefu/shared/protocol/rest';
import { ROUTES } from '@kefu/shared/protocol/routes';
import type { z } from 'zod';

/** Why a request brought nothing: a code of the server's table, or what only the client can know. */
export type FailureCode = ErrorCode | 'unreachable' | 'bad-answer';

export class RestError extends Error {
  readonly code: FailureCode;
  readonly fields: readonly { path: string; message: string }[];

  constructor(code: FailureCode, fields: readonly { path: string; message: string }[] = []) {
    super(code);
    this.code = code;
    this.fields = fields;
  }
}

export const at = (route: string, id: string): string => route.replace(':id', encodeURIComponent(id));

/** The token of the present session, sent with every change. */
let csrf = '';

export function keepToken<T extends { csrf: string }>(session: T): T {
  csrf = session.csrf;
  return session;
}

/** A change. A token that has expired meanwhile is renewed once. */
export async function change<S extends z.ZodType>(
  method: 'POST' | 'PATCH' | 'DELETE',
  path: string,
  schema: S,
  body?: unknown,
): Promise<z.output<S>> {
  try {
    return await call(method, path, schema, body ?? {});
  } catch (error) {
    if (!(error instanceof RestError && error.code === 'bad-csrf')) throw error;
    keepToken(await call('GET', ROUTES.session, SessionSchema));
    return call(method, path, schema, body ?? {});
  }
}

/** A request to the server's REST interface. The answer is checked before anything else sees it. */
export async function call<S extends z.ZodType>(
  method: string,
  path: string,
  schema: S,
  body?: unknown,
): Promise<z.output<S>> {
  const headers = { 'content-type': 'application/json', 'x-csrf-token': csrf };
  const init = body === undefined ? { method } : { method, headers, body: JSON.stringify(body) };
  const response = await fetch(path, init).catch(() => {
    throw new RestError('unreachable');
  });
  const data: unknown = await response.json().catch(() => undefined);
  if (!response.ok) {
    const failure = ErrorReplySchema.safeParse(data);
    throw failure.success
      ? new RestError(failure.data.code, failure.data.fields)
      : new RestError(response.status >= 502 ? 'unreachable' : 'bad-answer');
  }
  const answer = schema.safeParse(data);
  if (!answer.success) throw new RestError('bad-answer');
  return answer.data;
}
