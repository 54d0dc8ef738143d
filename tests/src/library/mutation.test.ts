import { expect, it } from 'vitest';
import { suspects } from '../mutation/catch';
import { sampleOf } from '../mutation/sample';

/** Faults planted in each script here; `npm run mutants` plants all of them. */
const EACH = 2;

it('notices at least 95 of 100 faults that are planted in the scripts', () => {
  const tried = suspects().flatMap((suspect) =>
    sampleOf(suspect, EACH).map((mutant) => ({
      name: `${suspect.id}: ${mutant.name}`,
      by: suspect.catch(mutant),
    })),
  );
  const escaped = tried.filter(({ by }) => by === undefined).map(({ name }) => name);
  expect(tried.length).toBeGreaterThanOrEqual(EACH * 25);
  expect(escaped.length / tried.length, escaped.join('\n')).toBeLessThanOrEqual(0.05);
}, 180_000);
