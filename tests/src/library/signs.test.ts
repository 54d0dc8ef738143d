import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { scenariosFolder } from '@kefu/server/cli/content';
import { readRepliesFile } from '@kefu/server/content/replies';
import { findFigures } from '@kefu/shared/understanding/figures';
import { expect, it, vi } from 'vitest';

const NOW = '2026-05-13T15:00';
const folder = join(scenariosFolder(), 'replies');
const replies = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.jsonl') && dirname(path) !== '.')
  .flatMap((path) => readRepliesFile(join(folder, path)))
  .map(({ text }) => text);

/** Looks for every pattern everywhere: the same finders, only that the signs of a pattern stand in all texts. */
async function finderWithoutSigns(): Promise<typeof findFigures> {
  vi.resetModules();
  vi.doMock('@kefu/shared/understanding/sought', async (importOriginal) => {
    const real = await importOriginal<typeof import('@kefu/shared/understanding/sought')>();
    const sought: typeof real.sought = (_, pattern, flags) => real.sought(/(?:)/, pattern, flags);
    return { ...real, sought };
  });
  const figures = await import('@kefu/shared/understanding/figures');
  return figures.findFigures;
}

it('the signs of the patterns keep no figure of any labelled reply from being found', async () => {
  const findEverywhere = await finderWithoutSigns();
  expect(findEverywhere).not.toBe(findFigures);
  expect(replies.length).toBeGreaterThan(40_000);
  for (const text of new Set(replies))
    expect(findFigures(text, NOW), text).toEqual(findEverywhere(text, NOW));
});
