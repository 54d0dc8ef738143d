import type { Role, Session, User } from '@kefu/shared/protocol/rest';
import { DeskSchema, SessionSchema, UsersSchema } from '@kefu/shared/protocol/rest';
import { ROUTES } from '@kefu/shared/protocol/routes';
import { z } from 'zod';

type Answer = { readonly status: number; readonly body: unknown; readonly headers: Headers };

const CodeSchema = z.object({ code: z.string() });

/** The error code of an answer; undefined when it is none. */
export const codeIn = ({ body }: Answer): string | undefined => CodeSchema.safeParse(body).data?.code;

/** The body of an answer that should have this shape. */
export function bodyAs<T extends z.ZodType>(schema: T, { status, body }: Answer): z.output<T> {
  const { success, data } = schema.safeParse(body);
  if (!success) throw new Error(`answered ${status} ${JSON.stringify(body)}`);
  return data;
}

export const PASSWORD = 'correct horse battery';

/** Somebody with a browser: keeps the cookie and sends the CSRF token, as the client does. */
export class TestVisitor {
  cookie = '';
  csrf = '';
  private readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  async send(
    method: string,
    path: string,
    { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Answer> {
    const response = await fetch(new URL(path, this.url), {
      method,
      headers: {
        ...(this.cookie && { cookie: this.cookie }),
        ...(this.csrf && { 'x-csrf-token': this.csrf }),
        ...(method !== 'GET' && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(method !== 'GET' && { body: JSON.stringify(body ?? {}) }),
    });
    for (const cookie of response.headers.getSetCookie()) this.cookie = cookie.split(';')[0] ?? '';
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json');
    return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers };
  }

  /** Looks who is signed in, which brings the first CSRF token. */
  async arrive(): Promise<Session> {
    return this.keep(await this.send('GET', ROUTES.session));
  }

  /** Creates the first administrator and is it. */
  async setUp(name = '管理员'): Promise<User> {
    await this.arrive();
    return userIn(this.keep(await this.send('POST', ROUTES.setup, { body: { name, password: PASSWORD } })));
  }

  async signIn(name: string, password = PASSWORD): Promise<User> {
    await this.arrive();
    return userIn(this.keep(await this.send('POST', ROUTES.signIn, { body: { name, password } })));
  }

  async comeAsGuest(): Promise<User> {
    await this.arrive();
    return userIn(this.keep(await this.send('POST', ROUTES.guest)));
  }

  /** As an administrator: creates an account with the usual password. */
  async createUser(name: string, role: Exclude<Role, 'guest'>): Promise<User> {
    await this.send('POST', ROUTES.users, { body: { name, password: PASSWORD, role } });
    const { users } = bodyAs(UsersSchema, await this.send('GET', ROUTES.users));
    return users.find((user) => user.name === name) ?? Promise.reject(new Error(`no account ${name}`));
  }

  /** Starts a rehearsal that is always the same customer. Returns its id. */
  async startRehearsal(choice: Record<string, unknown> = {}): Promise<string> {
    const body = { script: 'shipping-time', persona: 'rational', seed: 2, ...choice };
    return bodyAs(DeskSchema, await this.send('POST', ROUTES.rehearsals, { body })).rehearsal.id;
  }

  keep(answer: Answer): Session {
    const session = bodyAs(SessionSchema, answer);
    this.csrf = session.csrf;
    return session;
  }
}

function userIn({ user }: Session): User {
  if (!user) throw new Error('nobody is signed in');
  return user;
}
