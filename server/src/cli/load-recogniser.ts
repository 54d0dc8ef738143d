import { existsSync, readFileSync } from 'node:fs';
import { type Model, ModelSchema } from '@kefu/shared/understanding/model';
import { createRecogniser, type Recogniser } from '@kefu/shared/understanding/recogniser';
import { modelPath } from './repository';
import { UsageError } from './usage-error';

export function loadModel(path = modelPath()): Model {
  if (!existsSync(path))
    throw new UsageError(`没有模型，请先运行 train / no model yet, run train first: ${path}`);
  return ModelSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
}

export const loadRecogniser = (path = modelPath()): Recogniser => createRecogniser(loadModel(path));
