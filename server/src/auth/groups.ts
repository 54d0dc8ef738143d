import { randomBytes } from 'node:crypto';
import type { Group } from '@kefu/shared/protocol/groups';
import { UserSchema } from '@kefu/shared/protocol/rest';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Clock } from '../clock';
import { Refusal } from '../refusal';
import { GroupRowSchema, type Tables } from '../storage/tables';
import { newId } from './users';

/** How long an invite link works. Longer ones are forgotten in old chats and found by others. */
const INVITE_DAYS = 30;
const DAY_MS = 86_400_000;

const MemberSchema = UserSchema.extend({ group_id: z.string() });

/** Groups of people, and the links by which they join. */
export class Groups {
  private readonly db: Kysely<Tables>;
  private readonly clock: Clock;

  constructor(db: Kysely<Tables>, clock: Clock) {
    this.db = db;
    this.clock = clock;
  }

  /** All groups, the newest first, or the one with this id. */
  async list(id?: string): Promise<Group[]> {
    const rows = await this.db
      .selectFrom('user_group')
      .selectAll()
      .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
      .orderBy('created_at', 'desc')
      .execute();
    const members = await this.members(id);
    return rows.map((row) => this.groupOf(row, members));
  }

  /** @throws {Refusal} `not-found` */
  async get(id: string): Promise<Group> {
    const [group] = await this.list(id);
    if (!group) throw new Refusal('not-found');
    return group;
  }

  async create(name: string): Promise<Group> {
    const id = newId();
    const row = { id, name, created_at: this.now(), invite: null, invite_expires_at: null };
    await this.db.insertInto('user_group').values(row).execute();
    return this.get(id);
  }

  /** @throws {Refusal} `not-found` */
  async rename(id: string, name: string): Promise<Group> {
    await this.db.updateTable('user_group').set({ name }).where('id', '=', id).execute();
    return this.get(id);
  }

  /**
   * The members keep their accounts and results.
   * @returns the group as it was
   * @throws {Refusal} `not-found`
   */
  async remove(id: string): Promise<Group> {
    const group = await this.get(id);
    await this.db.deleteFrom('user_group').where('id', '=', id).execute();
    return group;
  }

  /**
   * Makes a new link, or none; the old one stops working either way.
   * @throws {Refusal} `not-found`
   */
  async renewInvite(id: string, open: boolean): Promise<Group> {
    const invite = open ? randomBytes(18).toString('base64url') : null;
    const expiry = new Date(this.clock.date().getTime() + INVITE_DAYS * DAY_MS).toISOString();
    await this.db
      .updateTable('user_group')
      .set({ invite, invite_expires_at: open ? expiry : null })
      .where('id', '=', id)
      .execute();
    return this.get(id);
  }

  /**
   * The group that a link leads to.
   * @throws {Refusal} `invitation-over` alike for an unknown, a replaced and an expired link
   */
  async invitedTo(token: string): Promise<{ id: string; name: string }> {
    const found = await this.db
      .selectFrom('user_group')
      .select(['id', 'name'])
      .where('invite', '=', token)
      .where('invite_expires_at', '>', this.now())
      .executeTakeFirst();
    if (!found) throw new Refusal('invitation-over');
    return found;
  }

  async join(id: string, userId: string): Promise<void> {
    await this.db
      .insertInto('membership')
      .values({ group_id: id, user_id: userId, joined_at: this.now() })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  async leave(id: string, userId: string): Promise<void> {
    await this.db.deleteFrom('membership').where('group_id', '=', id).where('user_id', '=', userId).execute();
  }

  /** The groups that somebody belongs to, by name. */
  async ofUser(userId: string): Promise<{ id: string; name: string }[]> {
    return this.db
      .selectFrom('membership')
      .innerJoin('user_group', 'user_group.id', 'membership.group_id')
      .select(['user_group.id', 'user_group.name'])
      .where('user_id', '=', userId)
      .orderBy('user_group.name')
      .execute();
  }

  /** The members of all groups, or of one. */
  private async members(group?: string) {
    const rows = await this.db
      .selectFrom('membership')
      .innerJoin('user', 'user.id', 'membership.user_id')
      .select(['group_id', 'user.id', 'user.name', 'user.role'])
      .$if(group !== undefined, (query) => query.where('group_id', '=', group ?? ''))
      .orderBy('user.name_key')
      .execute();
    return rows.map((row) => MemberSchema.parse(row));
  }

  private groupOf(row: unknown, members: readonly z.infer<typeof MemberSchema>[]): Group {
    const { id, name, created_at, invite, invite_expires_at } = GroupRowSchema.parse(row);
    const valid = invite !== null && invite_expires_at !== null && invite_expires_at > this.now();
    return {
      ...{ id, name, createdAt: created_at },
      members: members.filter(({ group_id }) => group_id === id).map(({ group_id: _, ...user }) => user),
      invite: valid ? { token: invite, expiresAt: invite_expires_at } : null,
    };
  }

  private now = (): string => this.clock.date().toISOString();
}
