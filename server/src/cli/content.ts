import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Content, loadContent } from '@kefu/shared/script/load';
import type { Problem, SourceFile } from '@kefu/shared/script/source';
import { repositoryRoot } from './repository';

export const scenariosFolder = (): string => join(repositoryRoot(), 'scenarios');

/** All YAML files below a folder, with paths relative to it. */
export function readYamlFiles(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ path: relative(folder, file).split(sep).join('/'), text: readFileSync(file, 'utf8') }));
}

export const readContent = (folder = scenariosFolder()): Content => loadContent(readYamlFiles(folder));

/** `file:line:column code message`, as compilers print it. */
export const problemLine = ({ file, line, column, severity, code, message }: Problem): string =>
  `${file}:${line}:${column} ${severity === 'error' ? '错误' : '警告'} [${code}] ${message}`;
