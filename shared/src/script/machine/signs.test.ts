import { describe, expect, it } from 'vitest';
import { holds, NO_SIGNS } from '../condition';
import { signAtoms } from './signs';

/** Whether a condition holds after an action that was judged so. */
const leaves = (deed: string, actions: string[]): boolean => {
  const signs = { ...NO_SIGNS, actions };
  const known = Object.fromEntries(signAtoms(signs).map((atom) => [atom, true as const]));
  return holds({ did: [deed] }, { signs: NO_SIGNS, known, tone: 'calm', needs: [] });
};

describe('what an action leaves behind', () => {
  it('is the action when its amount was right', () => {
    expect(leaves('coupon', ['coupon', 'coupon:right'])).toBe(true);
  });

  // Root cause: every action left `did:ACTION`, so that a coupon beyond the agent's authority counted as a kept promise.
  it('is not the action when its amount was beyond or below', () => {
    expect(leaves('coupon', ['coupon', 'coupon:beyond'])).toBe(false);
    expect(leaves('coupon', ['coupon', 'coupon:low'])).toBe(false);
  });

  it('tells an amount beyond from one below', () => {
    expect(leaves('coupon:beyond', ['coupon', 'coupon:beyond'])).toBe(true);
    expect(leaves('coupon:low', ['coupon', 'coupon:beyond'])).toBe(false);
  });
});
