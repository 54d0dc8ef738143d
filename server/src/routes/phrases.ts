import {
  NewPhraseSchema,
  PhraseChangeSchema,
  PhraseSchema,
  PhrasesSchema,
} from '@kefu/shared/protocol/phrases';
import { ROUTES } from '@kefu/shared/protocol/routes';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { EVERY_ROLE } from '../auth/roles';
import { allow } from '../http/guard';
import { userOf } from '../http/visitor';
import type { Services } from '../services';

const ParamsSchema = z.object({ id: z.string() });

/** A user's own phrases for quick replies. */
export const phraseRoutes: FastifyPluginAsyncZod<Services> = async (app, { clock, phrases }) => {
  const config = allow(...EVERY_ROLE);

  app.get(
    ROUTES.phrases,
    { config, schema: { summary: '我的常用语 / My phrases', response: { 200: PhrasesSchema } } },
    async (request) => ({ phrases: await phrases.of(userOf(request).id) }),
  );

  app.post(
    ROUTES.phrases,
    {
      config,
      schema: {
        summary: '新增常用语 / Add a phrase',
        body: NewPhraseSchema,
        response: { 200: PhraseSchema },
      },
    },
    (request) => phrases.add(userOf(request).id, request.body, clock.date().toISOString()),
  );

  app.patch(
    ROUTES.phrase,
    {
      config,
      schema: {
        summary: '修改常用语 / Change a phrase',
        params: ParamsSchema,
        body: PhraseChangeSchema,
        response: { 200: PhraseSchema },
      },
    },
    (request) => phrases.change(userOf(request).id, request.params.id, request.body),
  );

  app.delete(
    ROUTES.phrase,
    {
      config,
      schema: {
        summary: '删除常用语 / Delete a phrase',
        params: ParamsSchema,
        response: { 200: PhraseSchema },
      },
    },
    (request) => phrases.remove(userOf(request).id, request.params.id),
  );

  app.post(
    ROUTES.phraseUses,
    {
      config,
      schema: {
        summary: '记一次使用 / A phrase was used',
        params: ParamsSchema,
        response: { 200: PhraseSchema },
      },
    },
    (request) => phrases.use(userOf(request).id, request.params.id),
  );
};
