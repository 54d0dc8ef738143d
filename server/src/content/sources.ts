import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from '@kefu/shared/script/source';

/** The YAML files below the content folder, in the order of their paths. */
function sourcePaths(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.yaml'))
    .sort();
}

export const readSources = (folder: string): SourceFile[] =>
  sourcePaths(folder).map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));

/** A text that changes when a file is added, removed or saved. */
export const stampOf = (folder: string): string =>
  sourcePaths(folder)
    .map((path) => {
      const { mtimeMs, size } = statSync(join(folder, path));
      return `${path} ${mtimeMs} ${size}`;
    })
    .join('\n');
