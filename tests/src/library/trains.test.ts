import { readContent, scenariosFolder } from '@kefu/server/cli/content';
import { readSources } from '@kefu/server/content/sources';
import { Transcripts } from '@kefu/server/content/transcripts';
import { expect, test } from 'vitest';

test('whatever a trainee is weak in, an exercise trains it: every indicator has a typical mistake in the library', async () => {
  const content = readContent();
  const trains = await new Transcripts(readSources(scenariosFolder()), content.scripts).trains();
  const indicators =
    content.rubrics.get('default')?.value.dimensions.flatMap((each) => each.indicators) ?? [];
  const untrained = indicators.filter(({ measure }) =>
    [...trains.values()].every((counts) => (counts[measure] ?? 0) === 0),
  );
  expect(untrained.map(({ measure }) => measure)).toEqual([]);
  expect(indicators.length).toBeGreaterThan(0);
});
