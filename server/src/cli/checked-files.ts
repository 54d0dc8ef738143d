import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import type { SourceFile } from '@kefu/shared/script/source';
import { readSources } from '../content/sources';
import { UsageError } from './usage-error';

/** What is checked: the files of the library, or named ones as if they lay in it. */
export type CheckedFiles = {
  readonly files: readonly SourceFile[];
  /** Whether the file with this path in the library was asked for. */
  readonly asked: (path: string) => boolean;
  /** The name by which people know the file. */
  readonly shownAs: (path: string) => string;
};

/**
 * @param folder the library
 * @param names files and folders, also from elsewhere; none means all of the library
 * @throws {UsageError} where there is no such file
 */
export function checkedFiles(folder: string, names: readonly string[]): CheckedFiles {
  const library = readSources(folder);
  const named = names.flatMap(filesIn).map((name) => {
    const text = readFileSync(name, 'utf8');
    return { name, path: placeOf(folder, name, text), text };
  });
  const shown = new Map(named.map(({ name, path }) => [path, name]));
  // A named file stands in for the one of the library that has its name: it may be the next version of it.
  const replaced = new Set(named.map(({ path }) => basename(path)));
  return {
    files: [...library.filter(({ path }) => !replaced.has(basename(path))), ...named],
    asked: (path) => names.length === 0 || shown.has(path),
    shownAs: (path) => shown.get(path) ?? join(relative(process.cwd(), folder), path),
  };
}

/** The file itself with its transcripts, or all YAML files of a folder. */
function filesIn(name: string): string[] {
  const found = statSync(name, { throwIfNoEntry: false });
  if (!found) throw new UsageError(`没有这个文件 / no such file: ${name}`);
  if (found.isDirectory()) {
    return readdirSync(name, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.yaml'))
      .sort()
      .map((path) => join(name, path));
  }
  if (!name.endsWith('.yaml')) throw new UsageError(`文件名要以 .yaml 结尾 / not a .yaml file: ${name}`);
  const runs = name.replace(/\.yaml$/, '.runs.yaml');
  return existsSync(runs) ? [name, runs] : [name];
}

/** Where in the library the file lies, or would lie: its folder says it, or else what is written in it. */
function placeOf(folder: string, name: string, text: string): string {
  const inside = relative(folder, resolve(name)).split(sep).join('/');
  if (!inside.startsWith('..')) return inside;
  const [, place] =
    /(?:^|\/)((?:shops|platforms|personas|rubrics|scripts|adaptations|drills)\/.*)$/.exec(
      resolve(name).split(sep).join('/'),
    ) ?? [];
  if (place !== undefined) return place;
  const [, kind = 'scripts'] = KINDS.find(([sign]) => sign.test(text)) ?? [];
  return `${kind}/${basename(name)}`;
}

/** A field that only one kind of file has. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^patience:/m, 'personas'],
  [/^policies:/m, 'shops'],
  [/^rules:/m, 'platforms'],
  [/^parts:/m, 'drills'],
  [/^bannedPhrases:/m, 'rubrics'],
  [/^script:/m, 'adaptations'],
];
