import { expect, test } from 'vitest';
import { safeTarget } from './safe-target';

test('leads back to the page that asked for signing in', () => {
  expect(safeTarget('/rehearsals/r1?x=1')).toBe('/rehearsals/r1?x=1');
});

test.each([undefined, '', 'https://evil.example', '//evil.example', '/\\evil.example', '/sign-in?to=/'])(
  'never leads away from the site or in a circle: %s',
  (to) => expect(safeTarget(to)).toBe('/library'),
);
