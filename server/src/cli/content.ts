import { join, resolve } from 'node:path';
import { type Content, loadContent } from '@kefu/shared/script/load';
import { readSources } from '../content/sources';
import { repositoryRoot } from './repository';

/** The folder that the server reads, too; `KEFU_SCENARIOS` names another one. */
export const scenariosFolder = (): string =>
  resolve(process.env.KEFU_SCENARIOS || join(repositoryRoot(), 'scenarios'));

export const readContent = (folder = scenariosFolder()): Content => loadContent(readSources(folder));
