import { type Library, LibrarySchema } from '@kefu/shared/protocol/rest';
import { ROUTES } from '@kefu/shared/protocol/routes';
import type { Candidate } from '@kefu/shared/scoring/debrief/next';
import type { Content, Loaded } from '@kefu/shared/script/load';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { EVERY_ROLE, seesProblems } from '../auth/roles';
import type { Trains } from '../content/transcripts';
import { allow } from '../http/guard';
import { userOf } from '../http/visitor';
import type { Services } from '../services';
import type { Attempts, Exam } from '../storage/rehearsals';

/** What there is to practise. */
export const libraryRoutes: FastifyPluginAsyncZod<Services> = async (app, { library, rehearsals }) => {
  app.get(
    ROUTES.library,
    {
      config: allow(...EVERY_ROLE),
      schema: { summary: '剧本库 / What there is to practise', response: { 200: LibrarySchema } },
    },
    async (request): Promise<Library> => {
      const user = userOf(request);
      const content = library.current();
      return {
        personas: summariesOf(content.personas),
        overlays: summariesOf(content.overlays),
        exercises: exercisesOf(content, await rehearsals.attempts(user), await rehearsals.exams(user)),
        problems: seesProblems(user)
          ? content.problems.map(({ file, line, column, code, message, hint }) => ({
              file,
              line,
              column,
              code,
              message,
              hint,
            }))
          : [],
      };
    },
  );
};

const summariesOf = (kinds: ReadonlyMap<string, Loaded<Library['personas'][number]>>): Library['personas'] =>
  [...kinds.values()].map(({ value: { id, name, summary } }) => ({ id, name, summary }));

const exercisesOf = (
  content: Content,
  attempts: readonly Attempts[],
  exams: readonly Exam[],
): Library['exercises'] =>
  [...content.scripts.values()].map(({ value: script }) => ({
    script: script.id,
    title: script.title,
    summary: script.summary,
    stage: script.stage,
    level: script.level,
    tags: script.tags,
    platform: script.platform,
    shop: content.shops.get(script.shop)?.value.name ?? { zh: script.shop, en: script.shop },
    attempts: Object.fromEntries(
      attempts
        .filter((attempt) => attempt.script === script.id)
        .map(({ persona, count, best }) => [persona, { count, best }]),
    ),
    exams: Object.fromEntries(
      exams
        .filter((exam) => exam.script === script.id)
        .map(({ persona, rehearsal, score }) => [persona, { rehearsal, score }]),
    ),
  }));

/** The same as what a trainee could do next. */
export const candidatesOf = (
  content: Content,
  trains: ReadonlyMap<string, Trains>,
  attempts: readonly Attempts[],
): Candidate[] =>
  [...content.scripts.values()].map(({ value: { id, title, stage, level } }) => ({
    ...{ script: id, title, stage, level, trains: trains.get(id) ?? {} },
    best: Object.fromEntries(
      attempts.filter(({ script }) => script === id).map(({ persona, best }) => [persona, best]),
    ),
  }));
