import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../cli/kefu';

/** A test as the table names it: `file`: sentence, or the end of a sentence that begins with what varies. */
const NAMED = /^`([\w/.-]+\.test\.ts)`: (.+)$/;

const rows = readFileSync(join(root, 'docs/security.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(1)
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, threat = '', defence = '', tests = '']) => ({ threat, defence, tests: tests.split('<br>') }));

test('the table of docs/security.md has a defence and a test for every threat', () => {
  expect(rows.length).toBeGreaterThan(15);
  for (const { threat, defence, tests } of rows) {
    expect(defence, threat).not.toBe('');
    for (const one of tests) expect(one, threat).toMatch(NAMED);
  }
});

test.each(rows)('the tests against “$threat” exist by these very sentences', ({ tests }) => {
  for (const one of tests) {
    const [, file = '', sentence = ''] = NAMED.exec(one) ?? [];
    const path = join(root, file);
    expect(existsSync(path), file).toBe(true);
    // At the end of a title: a quotation mark follows.
    const code = readFileSync(path, 'utf8');
    expect(
      ['’', "'", '`', '"'].some((mark) => code.includes(`${sentence}${mark}`)),
      one,
    ).toBe(true);
  }
});
