import { randomBytes } from 'node:crypto';
import type { Account, Role, User } from '@kefu/shared/protocol/rest';
import { type Kysely, sql } from 'kysely';
import type { Clock } from '../clock';
import { Refusal } from '../refusal';
import { type Tables, UserRowSchema } from '../storage/tables';
import { checkPassword, hashPassword } from './passwords';

type NewAccount = { name: string; password: string; role: Role };

/** A random id for rows, safe in URLs. */
export const newId = (): string => randomBytes(12).toString('base64url');

/** Stands for the authors of what stays when they are deleted. Nobody can sign in as it. */
export const REMOVED_PERSON = {
  id: 'removed',
  name: '已删除的用户 / deleted user',
  name_key: 'guest removed',
  role: 'guest',
  disabled: 1,
} as const;

/** Accounts and guests. */
export class Users {
  private readonly db: Kysely<Tables>;
  private readonly clock: Clock;

  constructor(db: Kysely<Tables>, clock: Clock) {
    this.db = db;
    this.clock = clock;
  }

  async needsSetup(): Promise<boolean> {
    const admin = await this.db
      .selectFrom('user')
      .select('id')
      .where('role', '=', 'admin')
      .limit(1)
      .execute();
    return admin.length === 0;
  }

  /** @throws {Refusal} `setup-done` when there is an administrator, also one of the very same moment */
  async createFirstAdmin(name: string, password: string): Promise<User> {
    const row = await this.row({ name, password, role: 'admin' });
    const { id, name_key, role, disabled, created_at } = row;
    const { numAffectedRows } = await sql`
      insert into user (id, name, name_key, role, password, disabled, created_at)
      select ${id}, ${row.name}, ${name_key}, ${role}, ${row.password}, ${disabled}, ${created_at}
      where not exists (select 1 from user where role = 'admin')
      on conflict (name_key) do nothing`.execute(this.db);
    if (numAffectedRows !== 1n) throw new Refusal('setup-done');
    return row;
  }

  /** @throws {Refusal} `name-taken` */
  async create(account: NewAccount): Promise<Account> {
    const row = await this.row(account);
    const { numInsertedOrUpdatedRows } = await this.db
      .insertInto('user')
      .values(row)
      .onConflict((conflict) => conflict.column('name_key').doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows !== 1n) throw new Refusal('name-taken');
    return accountOf(row);
  }

  async createGuest(): Promise<User> {
    const id = newId();
    const name = `游客 ${id.slice(0, 6)}`;
    const row = { id, name, name_key: `guest ${id}`, role: 'guest', password: null, disabled: 0 } as const;
    await this.db
      .insertInto('user')
      .values({ ...row, created_at: this.clock.date().toISOString() })
      .execute();
    return { id, name, role: 'guest' };
  }

  /** The user of this name and password; undefined alike for a wrong one, an unknown one and a disabled account. */
  async withPassword(name: string, password: string): Promise<User | undefined> {
    const found = await this.db
      .selectFrom('user')
      .selectAll()
      .where('name_key', '=', nameKey(name))
      .executeTakeFirst();
    const row = found && UserRowSchema.parse(found);
    const right = await checkPassword(row?.password ?? null, password);
    return row && right && row.disabled === 0 ? row : undefined;
  }

  /** All accounts, by name. Guests are none. */
  async accounts(): Promise<Account[]> {
    const rows = await this.db
      .selectFrom('user')
      .selectAll()
      .where('role', '!=', 'guest')
      .orderBy('name_key')
      .execute();
    return rows.map((row) => accountOf(UserRowSchema.parse(row)));
  }

  /**
   * A person by id, also a guest.
   * @throws {Refusal} `not-found`
   */
  async account(id: string): Promise<Account> {
    const row = await this.db.selectFrom('user').selectAll().where('id', '=', id).executeTakeFirst();
    if (!row) throw new Refusal('not-found');
    return accountOf(UserRowSchema.parse(row));
  }

  /** The account of this name, if there is one. */
  async named(name: string): Promise<Account | undefined> {
    const key = nameKey(name);
    return (await this.accounts()).find((account) => nameKey(account.name) === key);
  }

  /** Guests made before then who cannot come back: their sessions are over. */
  async forgottenGuests(before: Date, most: number): Promise<string[]> {
    const rows = await this.db
      .selectFrom('user')
      .select('id')
      .where('role', '=', 'guest')
      .where('id', '!=', REMOVED_PERSON.id)
      .where('created_at', '<', before.toISOString())
      .where('id', 'not in', (query) => query.selectFrom('session').select('user_id'))
      .limit(most)
      .execute();
    return rows.map(({ id }) => id);
  }

  async setPassword(id: string, password: string): Promise<void> {
    await this.db
      .updateTable('user')
      .set({ password: await hashPassword(password) })
      .where('id', '=', id)
      .execute();
  }

  /**
   * Changes what is given.
   * @throws {Refusal} `not-found` where there is no such account, `last-admin` where nobody could administer any more
   */
  async change(
    id: string,
    {
      role,
      password,
      disabled,
    }: { role?: Role | undefined; password?: string | undefined; disabled?: boolean | undefined },
  ): Promise<Account> {
    const change = {
      ...(role && { role }),
      ...(password && { password: await hashPassword(password) }),
      ...(disabled !== undefined && { disabled: disabled ? (1 as const) : (0 as const) }),
    };
    const endsAdmin = (role !== undefined && role !== 'admin') || disabled === true;
    const another = sql<boolean>`exists (select 1 from user as other where other.role = 'admin' and other.disabled = 0 and other.id != ${id})`;
    const isNone = sql<boolean>`(role != 'admin' or disabled = 1)`;
    const row = await this.db
      .updateTable('user')
      .set(Object.keys(change).length > 0 ? change : (eb) => ({ id: eb.ref('id') }))
      .where('id', '=', id)
      .where('role', '!=', 'guest')
      .$if(endsAdmin, (query) => query.where((eb) => eb.or([isNone, another])))
      .returningAll()
      .executeTakeFirst();
    if (row) return accountOf(UserRowSchema.parse(row));
    const exists = (await this.accounts()).some((account) => account.id === id);
    throw new Refusal(exists ? 'last-admin' : 'not-found');
  }

  private async row({ name, password, role }: NewAccount): Promise<Tables['user']> {
    return {
      id: newId(),
      name,
      name_key: nameKey(name),
      role,
      password: await hashPassword(password),
      disabled: 0,
      created_at: this.clock.date().toISOString(),
    };
  }
}

/** Names that differ in case or width only are one: `Ａnna` is `anna`. */
export const nameKey = (name: string): string => name.trim().normalize('NFKC').toLowerCase();

const accountOf = ({ id, name, role, disabled, created_at }: Tables['user']): Account => ({
  id,
  name,
  role,
  disabled: disabled === 1,
  createdAt: created_at,
});
