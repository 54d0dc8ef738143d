import { readContent } from '@kefu/server/cli/content';
import { expect, test } from 'vitest';

test('every beat after the opening has a title, so that the replay needs no ids', () => {
  const scripts = [...readContent().scripts.values()];
  const untitled = scripts.flatMap(({ value: { id, beats } }) =>
    Object.entries(beats).flatMap(([beat, { title }], index) =>
      index > 0 && !title ? [`${id} ${beat}`] : [],
    ),
  );
  expect(untitled).toEqual([]);
  expect(scripts.length).toBeGreaterThan(30);
});
