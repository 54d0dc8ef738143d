import { existsSync, readFileSync } from 'node:fs';
import { type Golden, readGolden } from '@kefu/shared/script/golden';
import type { Content } from '@kefu/shared/script/load';
import { type Runs, readRuns } from '@kefu/shared/script/runs';
import type { Problem } from '@kefu/shared/script/source';
import type { CheckedFiles } from './checked-files';

/** The transcripts of all scripts, what they came to before where that was kept, both by the scripts' ids, and what is wrong with them. */
export type Transcripts = {
  readonly runs: ReadonlyMap<string, Runs>;
  readonly goldens: ReadonlyMap<string, Golden>;
  readonly problems: readonly Problem[];
};

/** Where the golden of a script or an adaptation lies: beside it. */
export const goldenPath = (file: string): string => file.replace(/\.yaml$/, '.golden.txt');

export function readTranscripts(
  { files, shownAs }: CheckedFiles,
  { personas, scripts }: Content,
): Transcripts {
  const runs = new Map<string, Runs>();
  const goldens = new Map<string, Golden>();
  const problems: Problem[] = [];
  for (const file of files.filter(({ path }) => path.endsWith('.runs.yaml'))) {
    const read = readRuns(file, [...personas.keys()]);
    problems.push(...read.problems);
    for (const [id, { transcripts }] of scripts)
      if (read.runs && transcripts === file.path) runs.set(id, read.runs);
  }
  for (const [id, { file }] of scripts) {
    const path = goldenPath(shownAs(file));
    if (existsSync(path)) goldens.set(id, readGolden(readFileSync(path, 'utf8')));
  }
  return { runs, goldens, problems };
}
