import { expect, it } from 'vitest';
import { FAMILY_UNITS, FAMILY_VALUES, VALUE_UNIT } from './families';

it('the value of each family is a whole number of units', () => {
  FAMILY_UNITS.forEach((units, family) => {
    expect(units * VALUE_UNIT).toBeCloseTo(FAMILY_VALUES[family] ?? 0, 12);
  });
});
