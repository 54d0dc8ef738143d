import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './cli/kefu';

const client = join(root, 'client/src');
const folder = join(client, 'i18n/zh');

/** Which part of the texts has the keys that begin so: `desk` → desk, `ticket` → desk. */
const partOf = new Map(
  readdirSync(folder).flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const heads = [...text.matchAll(/^ {2}(\w+): \{/gm)].map(([, head]) => head ?? '');
    return heads.map((head) => [head, basename(file, '.ts')] as const);
  }),
);

/** A module and all that it imports from the client, at once or later. */
function reach(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)) {
    const found = [`${path}.tsx`, `${path}.ts`]
      .map((name) => join(dirname(file), name))
      .find((name) => existsSync(name));
    if (found && !found.includes('/i18n/')) reach(found, seen);
  }
  return seen;
}

/** The parts of the texts that a module and what it imports speak of. */
const partsIn = (file: string) =>
  new Set(
    [...reach(file)].flatMap((each) =>
      [...readFileSync(each, 'utf8').matchAll(/['`](\w+)\.[\w$]/g)].flatMap(
        ([, head = '']) => partOf.get(head) ?? [],
      ),
    ),
  );

test('every page brings the texts that it and all in it show', () => {
  const app = join(client, 'app');
  const pages = [
    ...readFileSync(join(app, 'router.tsx'), 'utf8').matchAll(
      /page\(\s*\(\) => import\('([^']+)'\),\s*'(\w+)',([^)]*)\)/g,
    ),
  ].map(([, path = '', name = '', parts = '']) => ({
    ...{ name, file: join(app, `${path}.tsx`) },
    brings: new Set(['common', ...[...parts.matchAll(/'(\w+)'/g)].map(([, part]) => part)]),
  }));
  expect(pages.length).toBeGreaterThan(8);
  // The frame around the pages is there before any of them.
  for (const file of ['shell', 'fallbacks']) {
    pages.push({ name: file, file: join(app, `${file}.tsx`), brings: new Set(['common']) });
  }
  const wrong = pages.map(({ name, file, brings }) => {
    const shown = partsIn(file);
    return {
      ...{ name, missing: [...shown].filter((part) => !brings.has(part)) },
      idle: [...brings].filter((part) => part !== 'common' && !shown.has(part ?? '')),
    };
  });
  expect(wrong.filter(({ missing, idle }) => missing.length + idle.length > 0)).toEqual([]);
});
