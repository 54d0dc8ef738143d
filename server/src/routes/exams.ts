import { type RehearsalSummary, RehearsalSummarySchema } from '@kefu/shared/protocol/rest';
import { ROUTES } from '@kefu/shared/protocol/routes';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { EXAMINERS } from '../auth/roles';
import { allow } from '../http/guard';
import { userOf } from '../http/visitor';
import { Refusal } from '../refusal';
import type { Services } from '../services';
import { summaryOf } from './rehearsal-views';

/** Letting trainees take an exam again. */
export const examRoutes: FastifyPluginAsyncZod<Services> = async (app, { rehearsals, clock }) => {
  app.post(
    ROUTES.retake,
    {
      config: allow(...EXAMINERS),
      schema: {
        summary: '允许重考 / Grant a retake',
        params: z.object({ id: z.string() }),
        response: { 200: RehearsalSummarySchema },
      },
    },
    async (request): Promise<RehearsalSummary> => {
      const { id: by } = userOf(request);
      const { id } = request.params;
      const row = await rehearsals.find(id);
      if (!row) throw new Refusal('unknown-rehearsal');
      // Who became a coach after an exam does not do themselves the favour.
      if (row.user_id === by) throw new Refusal('not-allowed');
      await rehearsals.grantRetake(id, by, clock.date());
      request.log.info({ by, rehearsal: id, user: row.user_id }, 'retake granted');
      return summaryOf((await rehearsals.find(id)) ?? row);
    },
  );
};
