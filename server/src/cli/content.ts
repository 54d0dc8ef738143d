import { join } from 'node:path';
import { type Content, loadContent } from '@kefu/shared/script/load';
import { readSources } from '../content/sources';
import { repositoryRoot } from './repository';

export const scenariosFolder = (): string => join(repositoryRoot(), 'scenarios');

export const readContent = (folder = scenariosFolder()): Content => loadContent(readSources(folder));
