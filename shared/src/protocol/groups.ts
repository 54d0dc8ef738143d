import { z } from 'zod';
import { UserSchema } from './rest';

export const GroupNameSchema = z.string().trim().min(1, '请填写名称').max(40, '最多 40 个字');

/** A link by which people join by themselves: its token, and until when it works. */
export const InviteSchema = z.object({ token: z.string(), expiresAt: z.iso.datetime() });

/** A class of trainees, as those who lead classes see it. */
export const GroupSchema = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.iso.datetime(),
  members: z.array(UserSchema),
  /** None while joining by link is closed, or after the link has expired. */
  invite: InviteSchema.nullable(),
});
export const GroupsSchema = z.object({ groups: z.array(GroupSchema) });
export const GroupFormSchema = z.strictObject({ name: GroupNameSchema });

/** The groups that one belongs to. */
export const OwnGroupsSchema = z.object({ groups: z.array(GroupSchema.pick({ id: true, name: true })) });

/** What an invitation tells to whoever holds it. */
export const InvitationSchema = z.object({ group: z.string() });

export type Group = z.infer<typeof GroupSchema>;
export type GroupForm = z.infer<typeof GroupFormSchema>;
