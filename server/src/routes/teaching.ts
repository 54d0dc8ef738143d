import { ROUTES } from '@kefu/shared/protocol/routes';
import {
  DoubtfulSchema,
  type Label,
  LabelledSchema,
  LabelSchema,
  ModelChoiceSchema,
  NewLabelSchema,
  TrainingSchema,
} from '@kefu/shared/protocol/teaching';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { TRAINERS } from '../auth/roles';
import { allow } from '../http/guard';
import { userOf } from '../http/visitor';
import { Refusal } from '../refusal';
import type { Services } from '../services';
import { DoubtfulReplies } from '../teaching/doubtful';

const ParamsSchema = z.object({ id: z.string() });

/** Teaching the recogniser: what it was unsure of, what trainers say of it, and the models that come of that. */
export const teachingRoutes: FastifyPluginAsyncZod<Services> = async (app, services) => {
  const { clock, rehearsals, labels, models, recognisers, training } = services;
  const config = allow(...TRAINERS);
  const doubtful = new DoubtfulReplies({ rehearsals, labels, recognisers });

  app.get(
    ROUTES.doubtful,
    {
      config,
      schema: { summary: '待标注的回复 / Doubtful replies', response: { 200: DoubtfulSchema } },
    },
    () => doubtful.find(),
  );

  app.get(
    ROUTES.labels,
    { config, schema: { summary: '已标注的回复 / What was labelled', response: { 200: LabelledSchema } } },
    async () => ({ labels: await labels.list() }),
  );

  app.post(
    ROUTES.labels,
    {
      config,
      schema: {
        summary: '标注一条回复 / Label a reply',
        body: NewLabelSchema,
        response: { 200: LabelSchema },
      },
    },
    async (request) => {
      const user = userOf(request);
      const said = { ...request.body, at: clock.date().toISOString() };
      const id = await labels.put({ ...said, userId: user.id });
      return { id, ...said, by: user.name };
    },
  );

  app.delete(
    ROUTES.label,
    {
      config,
      schema: {
        summary: '删除一条标注 / Remove a label',
        params: ParamsSchema,
        response: { 200: LabelSchema },
      },
    },
    async (request) => {
      const removed = await labels.remove(request.params.id);
      if (!removed) throw new Refusal('not-found');
      return removed;
    },
  );

  app.get(
    ROUTES.labelsFile,
    { config, schema: { summary: '导出标注 / The labels as JSON lines' } },
    async (_, reply) => {
      reply.header('content-disposition', 'attachment; filename="kefu-labels.jsonl"');
      reply.type('application/x-ndjson; charset=utf-8');
      return (await labels.list()).toReversed().map(jsonLine).join('');
    },
  );

  app.get(
    ROUTES.training,
    { config, schema: { summary: '训练与模型 / Training and models', response: { 200: TrainingSchema } } },
    () => training.state(),
  );

  app.post(
    ROUTES.training,
    { config, schema: { summary: '重新训练 / Train a new model', response: { 200: TrainingSchema } } },
    async (request) => {
      await training.start(userOf(request));
      return training.state();
    },
  );

  app.post(
    ROUTES.currentModel,
    {
      config,
      schema: {
        summary: '启用一个模型 / Take a model into use',
        body: ModelChoiceSchema,
        response: { 200: TrainingSchema },
      },
    },
    async (request) => {
      const { hash } = request.body;
      if (!(await recognisers.choose(hash))) throw new Refusal('not-found');
      request.log.info({ by: userOf(request).id, model: hash }, 'model taken into use');
      return training.state();
    },
  );

  app.get(
    ROUTES.modelFile,
    { config, schema: { summary: '下载一个模型 / A model as a file', params: ParamsSchema } },
    async (request, reply) => {
      const { id } = request.params;
      const packed = await models.packed(id);
      if (!packed) throw new Refusal('not-found');
      reply.header('content-disposition', `attachment; filename="kefu-model-${id.slice(0, 12)}.json.gz"`);
      reply.type('application/gzip');
      return Buffer.from(packed);
    },
  );
};

/** A line of `scenarios/replies`; what was passed over teaches nothing. */
const jsonLine = ({ text, context, labels }: Label): string =>
  labels === null ? '' : `${JSON.stringify({ text, ...(context !== '' && { context }), labels })}\n`;
