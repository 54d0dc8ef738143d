import { ROUTES } from '@kefu/shared/protocol/routes';
import {
  DoubtfulSchema,
  LabelledSchema,
  LabelSchema,
  type NewLabel,
  TrainingSchema,
} from '@kefu/shared/protocol/teaching';
import { at, call, change } from './call';

/** Teaching the recogniser, for trainers and administrators. */
export const teachingRest = {
  doubtful: () => call('GET', ROUTES.doubtful, DoubtfulSchema),
  labels: () => call('GET', ROUTES.labels, LabelledSchema),
  label: (body: NewLabel) => change('POST', ROUTES.labels, LabelSchema, body),
  removeLabel: (id: string) => change('DELETE', at(ROUTES.label, id), LabelSchema),
  training: () => call('GET', ROUTES.training, TrainingSchema),
  train: () => change('POST', ROUTES.training, TrainingSchema),
  chooseModel: (hash: string) => change('POST', ROUTES.currentModel, TrainingSchema, { hash }),
};

/** Where a model of the recogniser is downloaded. */
export const modelHref = (hash: string): string => at(ROUTES.modelFile, hash);
