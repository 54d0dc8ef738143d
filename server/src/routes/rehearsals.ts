import { randomInt } from 'node:crypto';
import { ReplaySchema } from '@kefu/shared/protocol/replay';
import { type Report, ReportSchema } from '@kefu/shared/protocol/report';
import { DeskSchema, NewRehearsalSchema, RehearsalsSchema, type User } from '@kefu/shared/protocol/rest';
import { ROUTES } from '@kefu/shared/protocol/routes';
import { makeReceipt, ReceiptSchema } from '@kefu/shared/scoring/receipt';
import { variantFor } from '@kefu/shared/script/case';
import type { FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { EVERY_ROLE, seesAllRehearsals, standing } from '../auth/roles';
import { Throttle } from '../auth/throttle';
import { newId } from '../auth/users';
import { pin } from '../content/library';
import { csvOf } from '../exports/csv';
import { detailsOf } from '../exports/details';
import { workbookOf } from '../exports/workbook';
import { allow } from '../http/guard';
import { userOf } from '../http/visitor';
import { Refusal } from '../refusal';
import type { Services } from '../services';
import { type FoundRehearsal, LIST_LENGTH } from '../storage/rehearsals';
import { examKey, type RehearsalRow } from '../storage/tables';
import { candidatesOf } from './library';
import { deskOf, reportOf, summaryOf } from './rehearsal-views';
import { replayOf } from './replay-view';

const ParamsSchema = z.object({ id: z.string() });
const LanguageSchema = z.object({ language: z.enum(['zh', 'en']).default('zh') });

/** The answer is a file to keep, named after what was played. */
const attach = (reply: FastifyReply, { script, id }: Pick<RehearsalRow, 'script' | 'id'>, ending: string) =>
  reply.header('content-disposition', `attachment; filename="kefu-${script}-${id}.${ending}"`);

/** New rehearsals of one user. */
const STARTS = { burst: 30, perMinute: 10 };

/** Starting rehearsals and looking at them; playing them goes over the socket. */
export const rehearsalRoutes: FastifyPluginAsyncZod<Services> = async (app, services) => {
  const { clock, library, archive, recognisers, rehearsals } = services;
  const config = allow(...EVERY_ROLE);
  const starts = new Throttle({ ...STARTS, clock });

  /** @throws {Refusal} alike for a rehearsal that does not exist and for one that is not theirs to see */
  async function find(user: User, id: string): Promise<FoundRehearsal> {
    const row = await rehearsals.find(id);
    if (!row || standing(user, row) === 'stranger') throw new Refusal('unknown-rehearsal');
    return row;
  }

  async function findFinished(user: User, id: string): Promise<FoundRehearsal> {
    const row = await find(user, id);
    if (row.status === 'running') throw new Refusal('still-running');
    if (row.status === 'abandoned') throw new Refusal('rehearsal-abandoned');
    return row;
  }

  async function report(row: FoundRehearsal): Promise<Report> {
    const content = library.current();
    const attempts = await rehearsals.attempts({ id: row.user_id });
    return reportOf(row, {
      staged: await archive.stage(row),
      log: await rehearsals.entries(row.id),
      recogniser: await recognisers.find(row.recogniser_hash),
      runs: library.transcripts().of(row.script),
      choice: {
        candidates: candidatesOf(content, await library.transcripts().trains(), attempts),
        personas: [...content.personas.keys()],
      },
    });
  }

  app.get(
    ROUTES.rehearsals,
    {
      config,
      schema: {
        summary: '陪练记录 / Rehearsals, newest first',
        querystring: z.object({ before: z.string().max(64).optional() }),
        response: { 200: RehearsalsSchema },
      },
    },
    async (request) => {
      const user = userOf(request);
      const rows = await rehearsals.list(seesAllRehearsals(user) ? 'everybody' : user, request.query.before);
      const next = rows.length < LIST_LENGTH ? null : (rows.at(-1)?.id ?? null);
      return { rehearsals: rows.map(summaryOf), next };
    },
  );

  app.post(
    ROUTES.rehearsals,
    {
      config,
      schema: {
        summary: '新建陪练 / Start a rehearsal',
        body: NewRehearsalSchema,
        response: { 200: DeskSchema },
      },
    },
    async (request) => {
      const user = userOf(request);
      starts.take(user.id);
      const { script, persona, overlays, mode, pace } = request.body;
      const seed = request.body.seed ?? randomInt(2 ** 32);
      const pinned = pin(library.current(), script, persona, overlays);
      await archive.keep(pinned);
      await recognisers.kept();
      const row: RehearsalRow = {
        id: newId(),
        user_id: user.id,
        script,
        persona,
        variant: variantFor(pinned.script.value, seed),
        title: JSON.stringify(pinned.script.value.title),
        script_hash: pinned.script.hash,
        shop_hash: pinned.shop.hash,
        persona_hash: pinned.persona.hash,
        overlays: JSON.stringify(
          pinned.overlays.map(({ value: { id, name }, hash }) => ({ id, hash, name })),
        ),
        rubric_hash: pinned.rubric.hash,
        recogniser_hash: recognisers.current,
        seed,
        pace,
        mode,
        created_at: clock.date().toISOString(),
        begun_at: null,
        status: 'running',
        ending: null,
        score: null,
        passed: null,
        scorecard: null,
        // Who watches over trainees tries exams as often as they like.
        exam_key:
          mode === 'exam' && !seesAllRehearsals(user) ? examKey({ user_id: user.id, script, persona }) : null,
        retake_by: null,
        retake_at: null,
      };
      await rehearsals.create(row);
      return deskOf({ ...row, trainee: user.name }, await archive.stage(row));
    },
  );

  app.get(
    ROUTES.desk,
    {
      config,
      schema: { summary: '客服工作台 / The desk', params: ParamsSchema, response: { 200: DeskSchema } },
    },
    async (request) => {
      const row = await find(userOf(request), request.params.id);
      return deskOf(row, await archive.stage(row));
    },
  );

  app.get(
    ROUTES.report,
    {
      config,
      schema: { summary: '评分报告 / The report', params: ParamsSchema, response: { 200: ReportSchema } },
    },
    async (request) => {
      return report(await findFinished(userOf(request), request.params.id));
    },
  );

  app.get(
    ROUTES.reportCsv,
    {
      config,
      schema: {
        summary: '评分报告（CSV） / The report as CSV',
        params: ParamsSchema,
        querystring: LanguageSchema,
      },
    },
    async (request, reply) => {
      const row = await findFinished(userOf(request), request.params.id);
      attach(reply, row, 'csv').type('text/csv; charset=utf-8');
      return csvOf(detailsOf(await report(row), request.query.language));
    },
  );

  app.get(
    ROUTES.reportXlsx,
    {
      config,
      schema: {
        summary: '评分报告（Excel） / The report as an Excel workbook',
        params: ParamsSchema,
        querystring: LanguageSchema,
      },
    },
    async (request, reply) => {
      const row = await findFinished(userOf(request), request.params.id);
      attach(reply, row, 'xlsx').type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
      return workbookOf(await report(row), request.query.language);
    },
  );

  app.get(
    ROUTES.replay,
    {
      config,
      schema: { summary: '回放 / The replay', params: ParamsSchema, response: { 200: ReplaySchema } },
    },
    async (request) => {
      const row = await findFinished(userOf(request), request.params.id);
      return replayOf(row, await archive.stage(row), await rehearsals.entries(row.id));
    },
  );

  app.get(
    ROUTES.receipt,
    {
      config,
      schema: { summary: '成绩凭证 / The receipt', params: ParamsSchema, response: { 200: ReceiptSchema } },
    },
    async (request, reply) => {
      const row = await findFinished(userOf(request), request.params.id);
      const { seed, pace, mode, recogniser_hash } = row;
      const log = await rehearsals.entries(row.id);
      const recognised = { recogniser: { hash: recogniser_hash } };
      const played = { ...(await archive.stage(row)), ...recognised, seed, pace, mode, log };
      attach(reply, row, 'json');
      return makeReceipt({ ...played, until: log.at(-1)?.at ?? 0 });
    },
  );
};
