import type { User } from '@kefu/shared/protocol/rest';
import { type Entry, EntrySchema, MessageEntrySchema, ReplyEntrySchema } from '@kefu/shared/rehearsal/entry';
import type { Scorecard } from '@kefu/shared/scoring/scorecard';
import type { Ending } from '@kefu/shared/script/kinds';
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { Refusal } from '../refusal';
import type { Storage } from './database';
import {
  EntryRowSchema,
  type RehearsalRow,
  RehearsalRowSchema,
  ServiceRowSchema,
  type Tables,
} from './tables';

const FoundSchema = RehearsalRowSchema.extend({ trainee: z.string() });
export type FoundRehearsal = z.infer<typeof FoundSchema>;

const AttemptSchema = z.object({ script: z.string(), persona: z.string(), count: z.int(), best: z.number() });
export type Attempts = z.infer<typeof AttemptSchema>;

const ExamSchema = z.object({
  ...{ rehearsal: z.string(), script: z.string(), persona: z.string() },
  score: z.number().nullable(),
});
export type Exam = z.infer<typeof ExamSchema>;

const RunningSchema = z.object({ id: z.string(), begunAt: z.number(), lastAt: z.number().nullable() });
/** Times on the service clock and, of what happened last, on the rehearsal's own. */
export type Running = z.infer<typeof RunningSchema>;

const SpokenSchema = z.discriminatedUnion('kind', [
  MessageEntrySchema.pick({ kind: true, content: true }),
  ReplyEntrySchema.pick({ kind: true, text: true }),
]);
/** What was said in a rehearsal, by the customer and by the agent. */
export type Spoken = z.infer<typeof SpokenSchema>;

/** The rehearsals of one page of a list. */
export const LIST_LENGTH = 300;

/** Rehearsals and their logs. */
export class Rehearsals {
  private readonly db: Kysely<Tables>;

  constructor({ db }: Storage) {
    this.db = db;
  }

  /** @throws {Refusal} `exam-taken` when there is an exam of this key, also one of the very same moment */
  async create(row: RehearsalRow): Promise<void> {
    const { numInsertedOrUpdatedRows } = await this.db
      .insertInto('rehearsal')
      .values(row)
      .onConflict((conflict) => conflict.column('exam_key').doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows !== 1n) throw new Refusal('exam-taken');
  }

  /**
   * Lets the trainee take a finished exam again; this one stays as it is and counts no more.
   * @param by the id of who grants it
   * @throws {Refusal} `no-retake` when it is not over, counts no more or never did
   */
  async grantRetake(id: string, by: string, at: Date): Promise<void> {
    const { numUpdatedRows } = await this.db
      .updateTable('rehearsal')
      .set({ exam_key: null, retake_by: by, retake_at: at.toISOString() })
      .where('id', '=', id)
      .where('status', '=', 'over')
      .where('exam_key', 'is not', null)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new Refusal('no-retake');
  }

  async find(id: string): Promise<FoundRehearsal | undefined> {
    const found = await this.all().where('rehearsal.id', '=', id).executeTakeFirst();
    return found && FoundSchema.parse(found);
  }

  /**
   * A page of {@link LIST_LENGTH}, newest first: of those of one trainee, or of all.
   * @param before the last one of the page before; none is found where that does not exist
   */
  async list(of: Pick<User, 'id'> | 'everybody', before?: string): Promise<FoundRehearsal[]> {
    const older = sql<boolean>`(rehearsal.created_at, rehearsal.id) < (select created_at, id from rehearsal where id = ${before})`;
    const newest = this.all()
      .$if(before !== undefined, (query) => query.where(older))
      .orderBy('rehearsal.created_at', 'desc')
      .orderBy('rehearsal.id', 'desc')
      .limit(LIST_LENGTH);
    const asked = of === 'everybody' ? newest : newest.where('user_id', '=', of.id);
    const rows = await asked.execute();
    return rows.map((row) => FoundSchema.parse(row));
  }

  /** Those whose clock runs. */
  async running(): Promise<Running[]> {
    const rows = await this.db
      .selectFrom('rehearsal')
      .select(['id', 'begun_at as begunAt'])
      .select(
        sql<number | null>`(
          select max(json ->> 'at') from (
            select json from entry where entry.rehearsal = rehearsal.id
            union all select json from inbox where inbox.rehearsal = rehearsal.id
          )
        )`.as('lastAt'),
      )
      .where('status', '=', 'running')
      .where('begun_at', 'is not', null)
      .execute();
    return rows.map((row) => RunningSchema.parse(row));
  }

  /** Those of one user that are not over. */
  async unfinishedOf(userId: string): Promise<string[]> {
    const rows = await this.db
      .selectFrom('rehearsal')
      .select('id')
      .where('user_id', '=', userId)
      .where('status', '=', 'running')
      .execute();
    return rows.map(({ id }) => id);
  }

  /** Those made before then that are not over. */
  async unfinishedSince(then: Date): Promise<string[]> {
    const rows = await this.db
      .selectFrom('rehearsal')
      .select('id')
      .where('status', '=', 'running')
      .where('created_at', '<', then.toISOString())
      .execute();
    return rows.map(({ id }) => id);
  }

  /** How often this user has finished which exercise, and the best score. */
  async attempts({ id }: Pick<User, 'id'>): Promise<Attempts[]> {
    const rows = await this.db
      .selectFrom('rehearsal')
      .select(['script', 'persona'])
      .select(({ fn }) => [fn.countAll<number>().as('count'), fn.max('score').as('best')])
      .where('user_id', '=', id)
      .where('mode', '=', 'practice')
      .where('score', 'is not', null)
      .groupBy(['script', 'persona'])
      .execute();
    return rows.map((row) => AttemptSchema.parse(row));
  }

  /** The exams that this user has taken or begun and that count: not those that were broken off or may be taken again. */
  async exams({ id }: Pick<User, 'id'>): Promise<Exam[]> {
    const rows = await this.db
      .selectFrom('rehearsal')
      .select(['id as rehearsal', 'script', 'persona', 'score'])
      .where('user_id', '=', id)
      .where('exam_key', 'is not', null)
      .execute();
    return rows.map((row) => ExamSchema.parse(row));
  }

  /** The entries after a number, in order. */
  async entries(rehearsal: string, after = 0): Promise<Entry[]> {
    const rows = await this.db
      .selectFrom('entry')
      .selectAll()
      .where('rehearsal', '=', rehearsal)
      .where('seq', '>', after)
      .orderBy('seq')
      .execute();
    return rows.map((row) => EntrySchema.parse(JSON.parse(EntryRowSchema.parse(row).json)));
  }

  /** Those that have begun, newest first. */
  async newest(count: number): Promise<string[]> {
    const rows = await this.db
      .selectFrom('rehearsal')
      .select('id')
      .where('begun_at', 'is not', null)
      .orderBy('created_at', 'desc')
      .limit(count)
      .execute();
    return rows.map(({ id }) => id);
  }

  /** The words of a log without all else: far quicker to read than its entries. */
  async spoken(rehearsal: string): Promise<Spoken[]> {
    const rows = await this.db
      .selectFrom('entry')
      .select('json')
      .where('rehearsal', '=', rehearsal)
      .where(sql`json ->> 'kind'`, 'in', ['reply', 'message'])
      .orderBy('seq')
      .execute();
    return rows.map(({ json }) => SpokenSchema.parse(JSON.parse(json)));
  }

  async serviceClock(): Promise<number> {
    const row = await this.db.selectFrom('service').selectAll().executeTakeFirstOrThrow();
    return ServiceRowSchema.parse(row).clock;
  }

  private all() {
    return this.db
      .selectFrom('rehearsal')
      .innerJoin('user', 'user.id', 'rehearsal.user_id')
      .selectAll('rehearsal')
      .select('user.name as trainee');
  }
}

/** What a finished rehearsal came to; without a scorecard where scoring failed. */
export type Outcome = { readonly ending: Ending; readonly scorecard: Scorecard | undefined };

/** The writes of running rehearsals: prepared once, to be run inside a group commit. */
export class RehearsalWrites {
  private readonly statements;

  constructor({ connection }: Storage) {
    this.statements = {
      begin: connection.prepare('update rehearsal set begun_at = ? where id = ?'),
      append: connection.prepare('insert into entry (rehearsal, seq, json) values (?, ?, ?)'),
      finish: connection.prepare(
        "update rehearsal set status = 'over', ending = ?, score = ?, passed = ?, scorecard = ? where id = ?",
      ),
      abandon: connection.prepare("update rehearsal set status = 'abandoned', exam_key = null where id = ?"),
      clock: connection.prepare('update service set clock = ?'),
    };
  }

  begin(id: string, at: number): void {
    this.statements.begin.run(at, id);
  }

  append(id: string, entries: readonly Entry[]): void {
    for (const entry of entries) this.statements.append.run(id, entry.seq, JSON.stringify(entry));
  }

  finish(id: string, { ending, scorecard }: Outcome): void {
    const passed = scorecard && (scorecard.passed ? 1 : 0);
    const json = scorecard && JSON.stringify(scorecard);
    this.statements.finish.run(ending, scorecard?.total ?? null, passed ?? null, json ?? null, id);
  }

  abandon(id: string): void {
    this.statements.abandon.run(id);
  }

  saveClock(ms: number): void {
    this.statements.clock.run(ms);
  }
}
