import { JournalFormSchema, JournalSchema, OwnProgressSchema } from '@kefu/shared/protocol/journal';
import { ROUTES } from '@kefu/shared/protocol/routes';
import { progressOf } from '@kefu/shared/scoring/progress';
import { ScorecardSchema } from '@kefu/shared/scoring/scorecard';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { EVERY_ROLE } from '../auth/roles';
import { allow } from '../http/guard';
import { userOf } from '../http/visitor';
import type { Services } from '../services';
import { candidatesOf } from './library';
import { summaryOf } from './rehearsal-views';

const idParams = z.object({ id: z.string() });

/** One's own progress and work log. Nobody reads those of others here. */
export const progressRoutes: FastifyPluginAsyncZod<Services> = async (app, services) => {
  const { library, rehearsals, journal, clock } = services;
  const config = allow(...EVERY_ROLE);
  const answer = (summary: string) => ({ summary, response: { 200: JournalSchema } });

  app.get(
    ROUTES.progress,
    { config, schema: { summary: '我的成长 / Own progress', response: { 200: OwnProgressSchema } } },
    async (request) => {
      const user = userOf(request);
      const rows = (await rehearsals.list(user))
        .filter(({ status, scorecard }) => status === 'over' && scorecard !== null)
        .toReversed();
      const finished = rows.map(({ id, scorecard }) => ({
        id,
        scorecard: ScorecardSchema.parse(JSON.parse(scorecard ?? '')),
      }));
      const trains = await library.transcripts().trains();
      const candidates = candidatesOf(library.current(), trains, await rehearsals.attempts(user));
      return { ...progressOf(finished, candidates), rehearsals: rows.map(summaryOf) };
    },
  );

  app.get(ROUTES.journal, { config, schema: answer('工作日志 / Own work log') }, async (request) => ({
    entries: await journal.list(userOf(request).id),
  }));

  app.post(
    ROUTES.journal,
    { config, schema: { ...answer('写日志 / Write into the log'), body: JournalFormSchema } },
    async (request) => {
      const { id } = userOf(request);
      await journal.add(id, request.body.text, clock.date().toISOString());
      return { entries: await journal.list(id) };
    },
  );

  app.patch(
    ROUTES.journalEntry,
    {
      config,
      schema: { ...answer('修改日志 / Change an entry'), params: idParams, body: JournalFormSchema },
    },
    async (request) => {
      const { id } = userOf(request);
      await journal.change(id, request.params.id, request.body.text);
      return { entries: await journal.list(id) };
    },
  );

  app.delete(
    ROUTES.journalEntry,
    { config, schema: { ...answer('删除日志 / Remove an entry'), params: idParams } },
    async (request) => {
      const { id } = userOf(request);
      await journal.remove(id, request.params.id);
      return { entries: await journal.list(id) };
    },
  );
};
