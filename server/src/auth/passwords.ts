import { hash, verify } from '@node-rs/argon2';

/** OWASP's first choice: argon2id (this library's own), 19 MiB, 2 passes. */
const HARDNESS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, HARDNESS);

const nobodys = hashPassword('the password of nobody');

/**
 * Whether the password is the stored one. Without a stored one the same work is done in vain, so that the time does
 * not tell who has an account.
 */
export async function checkPassword(stored: string | null, password: string): Promise<boolean> {
  const right = await verify(stored ?? (await nobodys), password);
  return right && stored !== null;
}
