import type { Users } from '../auth/users';
import type { Clock } from '../clock';
import type { OpenRooms } from '../rooms/open';
import type { Storage } from '../storage/database';
import { erasePerson } from './erase';

/** How long what guests did can be looked at after they came, days. Without a session nobody can come back as one. */
export const GUEST_DAYS = 30;
const DAY_MS = 86_400_000;
/** So many at a time: each is a transaction, and people are practising meanwhile. */
const AT_ONCE = 50;

/** Removes guests who cannot come back, with all that they did. */
export async function removeForgottenGuests(
  storage: Storage,
  { users, clock, rooms }: { users: Users; clock: Clock; rooms: Pick<OpenRooms, 'endAllOf'> },
): Promise<void> {
  const before = new Date(clock.date().getTime() - GUEST_DAYS * DAY_MS);
  for (const id of await users.forgottenGuests(before, AT_ONCE)) {
    // Somebody may have signed out in the middle of a talk.
    await rooms.endAllOf(id);
    await erasePerson(storage, id);
  }
}
