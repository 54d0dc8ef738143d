import { createHash, randomBytes } from 'node:crypto';
import { RoleSchema, type User } from '@kefu/shared/protocol/rest';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Clock } from '../clock';
import type { Storage } from '../storage/database';
import type { Tables } from '../storage/tables';
import { isSameSecret } from './secrets';

export const SESSION_DAYS = 14;
const DAY_MS = 86_400_000;

/** A signed-in user and the session that says so. */
export type SignedIn = { readonly id: string; readonly user: User; readonly expiresAt: Date };

const FoundSchema = z.object({
  user_id: z.string(),
  name: z.string(),
  role: RoleSchema,
  expires_at: z.iso.datetime(),
});

/** A secret for a visitor's cookie. Visitors who are not signed in have one as well: it carries their CSRF token. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/**
 * The CSRF token that belongs to a cookie's token. Who can read neither the cookie (HttpOnly) nor our answers (same
 * origin) cannot make it, and it opens nothing by itself.
 */
export const csrfOf = (token: string): string => digest(`csrf:${token}`);

export const isCsrfOf = (token: string, csrf: string): boolean => isSameSecret(csrf, csrfOf(token));

/** Sessions in the database: they can be ended at any time, and a restart ends none. */
export class Sessions {
  private readonly db: Kysely<Tables>;
  private readonly clock: Clock;
  /** Asked at every message of every trainee, so prepared once. */
  private readonly lookUp;

  constructor({ db, connection }: Pick<Storage, 'db' | 'connection'>, clock: Clock) {
    this.db = db;
    this.clock = clock;
    this.lookUp = connection.prepare(
      `select user_id, name, role, expires_at from session join user on user.id = session.user_id
       where session.id = ? and disabled = 0 and expires_at > ?`,
    );
  }

  /** Begins a session under a token that nobody has seen before. */
  async begin(userId: string): Promise<{ token: string; id: string }> {
    const token = newToken();
    const id = idOf(token);
    await this.db.insertInto('session').values({ id, user_id: userId, expires_at: this.expiry() }).execute();
    return { token, id };
  }

  async find(token: string): Promise<SignedIn | undefined> {
    const id = idOf(token);
    const found: unknown = this.lookUp.get(id, this.clock.date().toISOString());
    if (found === undefined) return undefined;
    const { user_id, name, role, expires_at } = FoundSchema.parse(found);
    return { id, user: { id: user_id, name, role }, expiresAt: new Date(expires_at) };
  }

  /** Whether a day of the session is used up, so that its end should be moved. */
  isStale({ expiresAt }: SignedIn): boolean {
    return expiresAt.getTime() - this.clock.date().getTime() < (SESSION_DAYS - 1) * DAY_MS;
  }

  async prolong(id: string): Promise<void> {
    await this.db.updateTable('session').set({ expires_at: this.expiry() }).where('id', '=', id).execute();
  }

  async end(id: string): Promise<void> {
    await this.db.deleteFrom('session').where('id', '=', id).execute();
  }

  async endAllOf(userId: string): Promise<void> {
    await this.db.deleteFrom('session').where('user_id', '=', userId).execute();
  }

  async removeExpired(): Promise<void> {
    await this.db.deleteFrom('session').where('expires_at', '<=', this.clock.date().toISOString()).execute();
  }

  private expiry(): string {
    return new Date(this.clock.date().getTime() + SESSION_DAYS * DAY_MS).toISOString();
  }
}

const idOf = (token: string): string => digest(`session:${token}`);

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');
