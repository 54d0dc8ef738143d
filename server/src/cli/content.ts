import { join } from 'node:path';
import { type Content, loadContent } from '@kefu/shared/script/load';
import type { Problem } from '@kefu/shared/script/source';
import { readSources } from '../content/sources';
import { repositoryRoot } from './repository';

export const scenariosFolder = (): string => join(repositoryRoot(), 'scenarios');

export const readContent = (folder = scenariosFolder()): Content => loadContent(readSources(folder));

/** `file:line:column code message`, as compilers print it. */
export const problemLine = ({ file, line, column, severity, code, message }: Problem): string =>
  `${file}:${line}:${column} ${severity === 'error' ? '错误' : '警告'} [${code}] ${message}`;
