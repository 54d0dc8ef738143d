import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether two secrets are the same. How long it takes tells nothing of either, not even the length. */
export const isSameSecret = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
