import { expect, test } from 'vitest';
import { synchronise, timeOn } from './rehearsal-clock';

test('the sample that travelled fastest sets the clock', () => {
  let clock = synchronise(null, { now: 1_000, local: 5_400 });
  clock = synchronise(clock, { now: 2_000, local: 6_050 });
  clock = synchronise(clock, { now: 3_000, local: 7_900 });
  expect(timeOn(clock, 7_050)).toBe(3_000);
});

test('a new beginning may set the clock back, as after a pause of the server', () => {
  const clock = synchronise(null, { now: 1_000, local: 60_000 });
  expect(timeOn(clock, 61_000)).toBe(2_000);
});
