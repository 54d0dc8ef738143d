import type { Role, User } from '@kefu/shared/protocol/rest';

export const EVERY_ROLE = [
  'guest',
  'trainee',
  'trainer',
  'coach',
  'admin',
] as const satisfies readonly Role[];

/** Everybody but guests. */
export const WITH_ACCOUNT: readonly Role[] = ['trainee', 'trainer', 'coach', 'admin'];

/** Who may look at the rehearsals of others, and who leads groups. */
export const OBSERVERS: readonly Role[] = ['trainer', 'coach', 'admin'];

/** Who may let a trainee take an exam again. */
export const EXAMINERS: readonly Role[] = ['coach', 'admin'];

/** Who is told what is wrong in the content files, and who teaches the recogniser. */
export const TRAINERS: readonly Role[] = ['trainer', 'admin'];

export const seesAllRehearsals = ({ role }: User): boolean => OBSERVERS.includes(role);

export const seesProblems = ({ role }: User): boolean => TRAINERS.includes(role);

/** What a user is to a rehearsal: it is theirs, they may watch it, or it does not exist for them. */
export function standing(user: User, { user_id }: { user_id: string }): 'owner' | 'observer' | 'stranger' {
  if (user.id === user_id) return 'owner';
  return seesAllRehearsals(user) ? 'observer' : 'stranger';
}
