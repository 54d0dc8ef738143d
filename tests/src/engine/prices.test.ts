import { findClaims, prepareClaims } from '@kefu/shared/understanding/claims';
import { expect, test } from 'vitest';
import { exerciseOf } from './stage';

/** How the total that a reply states is judged. */
const judged = (script: string, variant: string, reply: string): string[] =>
  findClaims(reply, '', prepareClaims(exerciseOf(script, 'rational', variant).facts.teaching))
    .filter(({ claim }) => claim === 'total' || claim === 'diff')
    .map(({ verdict }) => verdict);

// Root cause: what is right was a range, in which any invented total between the cheapest and the dearest way was right.
test('a stated total is right when the offers come to it, and wrong when it is off by one 分', () => {
  const total = (amount: string) => judged('full-reduction', 'default', `这样算到手${amount}元`);
  expect(['266.6', '266.60', '281.37', '256.77'].map(total)).toEqual(Array(4).fill(['right']));
  expect(['266.61', '266.5', '270', '281.4'].map(total)).toEqual(Array(4).fill(['wrong']));
});

test('each variant has the total of its own cart', () => {
  const total = (variant: string) =>
    ['84.6', '104.6', '106.6'].map((amount) => judged('coupon-trouble', variant, `券后到手${amount}元`)[0]);
  expect(total('amount')).toEqual(['right', 'wrong', 'wrong']);
  expect(total('expired')).toEqual(['wrong', 'right', 'wrong']);
  expect(total('category')).toEqual(['wrong', 'wrong', 'right']);
});

test('the difference that is owed after a price drop is computed, and so is the amount that may be paid back', () => {
  const { facts } = exerciseOf('price-drop', 'rational', 'covered');
  expect(facts.limits.refund).toEqual({ min: 70, max: 70 });
  expect(exerciseOf('price-drop', 'rational', 'not-covered').facts.facts.diff).toBe('60');
  expect(judged('price-drop', 'covered', '差价是70元')).toEqual(['right']);
});
