import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadContent } from './load';

const example = (name: string) => readFileSync(join(import.meta.dirname, 'examples', `${name}.yaml`), 'utf8');
const load = (text: string) =>
  loadContent([
    { path: 'shops/corner.yaml', text: example('corner') },
    { path: 'scripts/cup.yaml', text },
  ]);

/** Each line stands for ten of the one before it: a billion at the end. */
const BOMB = Array.from({ length: 10 }, (_, n) => {
  const before = Array.from({ length: 10 }, () => (n === 0 ? 'lol' : `*a${n - 1}`));
  return `a${n}: &a${n} [${before.join(', ')}]`;
}).join('\n');

test.each([
  ['a bomb of aliases', BOMB],
  ['a list in a list in a list', `id: ${'['.repeat(20_000)}${']'.repeat(20_000)}`],
  ['a hundred megabytes', `id: ${'x'.repeat(100_000_000)}`],
  ['a merge key that names itself', 'a: &a { <<: *a }'],
  ['an anchor within itself', 'a: &a [*a]'],
])('%s in a script is a fault of the file, found at once, and the others are loaded', (_, text) => {
  const began = performance.now();
  const { problems, scripts, shops } = load(text);
  expect(problems.some(({ severity }) => severity === 'error')).toBe(true);
  expect([scripts.size, shops.size]).toEqual([0, 1]);
  // Generous for a busy machine: what was unfolded would take minutes and all memory.
  expect(performance.now() - began).toBeLessThan(10_000);
});

test.each([
  ['__proto__: { polluted: true }'],
  ['constructor: { prototype: { polluted: true } }'],
  ['facts: { __proto__: { polluted: true } }'],
  ['needs: { __proto__: { kind: goal } }'],
])('a script with %s changes no object of the program', (field) => {
  load(`${example('cup')}\n${field}\n`);
  load(field);
  expect('polluted' in {}).toBe(false);
  expect('kind' in {}).toBe(false);
});

test('ids that are names of object properties are ids like any other, or are refused; none is found by chance', () => {
  for (const id of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
    const { scripts, problems } = load(example('cup').replace(/^id: cup$/m, `id: ${id}`));
    expect(problems.length > 0 || scripts.get(id)?.value.id === id, id).toBe(true);
    expect(load(example('cup')).scripts.get(id)).toBeUndefined();
  }
});
