import { expect, test } from 'vitest';
import { actionFrom, formsFor } from './action-fields';

test('empty optional fields are left out', () => {
  expect(actionFrom('refund', { amount: ' ', reason: '' })).toEqual({ action: { do: 'refund', with: {} } });
});

test.each(['0', '-5', '1.234', 'abc', '100001'])('an amount of %s is refused at its field', (amount) => {
  expect(actionFrom('coupon', { amount })).toEqual({ wrong: ['amount'] });
});

test('an amount with two decimals is taken as a number', () => {
  expect(actionFrom('coupon', { amount: '10.10' })).toEqual({
    action: { do: 'coupon', with: { amount: 10.1 } },
  });
});

test('a required field that is empty is named', () => {
  expect(actionFrom('change-address', { address: '  ', phone: '' })).toEqual({ wrong: ['address'] });
  expect(actionFrom('coupon', {})).toEqual({ wrong: ['amount'] });
});

test('a case offers its own actions and those of every case, in one order', () => {
  expect(formsFor(['coupon', 'refund', 'look-up-order'])).toEqual(['refund', 'coupon', 'escalate', 'close']);
});
