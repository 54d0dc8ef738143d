import { ROUTES } from '@kefu/shared/protocol/routes';
import { FoundWorkNoteSchema, NewWorkNoteSchema, WorkNoteSchema } from '@kefu/shared/protocol/work-notes';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { EVERY_ROLE, standing } from '../auth/roles';
import { allow } from '../http/guard';
import { userOf } from '../http/visitor';
import { Refusal } from '../refusal';
import type { Services } from '../services';

const ParamsSchema = z.object({ id: z.string() });

/** What trainees write down after their rehearsals; it stands in their journal. */
export const workNoteRoutes: FastifyPluginAsyncZod<Services> = async (app, services) => {
  const { clock, rehearsals, workNotes } = services;
  const config = allow(...EVERY_ROLE);

  app.get(
    ROUTES.workNote,
    {
      config,
      schema: {
        summary: '一场陪练的记录 / The note of a rehearsal',
        params: ParamsSchema,
        response: { 200: FoundWorkNoteSchema },
      },
    },
    async (request) => {
      const row = await rehearsals.find(request.params.id);
      if (!row || standing(userOf(request), row) === 'stranger') throw new Refusal('unknown-rehearsal');
      return { note: await workNotes.find(row.id) };
    },
  );

  app.post(
    ROUTES.workNote,
    {
      config,
      schema: {
        summary: '写工作记录 / Write the note',
        params: ParamsSchema,
        body: NewWorkNoteSchema,
        response: { 200: WorkNoteSchema },
      },
    },
    async (request) => {
      const row = await rehearsals.find(request.params.id);
      const found = row && standing(userOf(request), row);
      if (!row || found === 'stranger') throw new Refusal('unknown-rehearsal');
      if (found !== 'owner') throw new Refusal('not-allowed');
      if (row.status === 'running') throw new Refusal('still-running');
      await workNotes.put(row.id, request.body, clock.date().toISOString());
      const note = await workNotes.find(row.id);
      if (!note) throw new Refusal('not-found');
      return note;
    },
  );
};
