import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import type { User } from '@kefu/shared/protocol/rest';
import {
  type Lesson,
  LessonSchema,
  type ModelSummary,
  type Step,
  type Training,
  type Work,
} from '@kefu/shared/protocol/teaching';
import type { LabelledReply } from '@kefu/shared/understanding/labelled-reply';
import type { FastifyBaseLogger } from 'fastify';
import type { Clock } from '../clock';
import type { Config } from '../config';
import type { Recognisers } from '../content/recognisers';
import { Refusal } from '../refusal';
import type { Labels } from '../storage/labels';
import type { ListedModel, Models } from '../storage/models';
import { startThread } from '../thread';
import { type Made, NewsSchema } from './learner-messages';

/** How long a training takes where none has been measured yet, ms. */
const USUAL_MS = 25_000;

type Phase =
  | { is: 'idle' }
  | { is: 'running'; step: Step; since: number; worker: Worker; ended: Promise<void> }
  | { is: 'failed'; reason: string };

type Parts = {
  readonly config: Pick<Config, 'scenarios'>;
  readonly clock: Clock;
  readonly log: FastifyBaseLogger;
  readonly models: Models;
  readonly labels: Labels;
  readonly recognisers: Recognisers;
};

/** Makes new models from what trainers have labelled, one at a time, beside the work of the server. */
export class ModelTraining {
  private phase: Phase = { is: 'idle' };
  private readonly parts: Parts;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** @throws {Refusal} `training-busy`, `nothing-to-learn` */
  async start(user: User): Promise<void> {
    const { config, clock, labels, models, recognisers, log } = this.parts;
    const labelled = await labels.taught();
    const listed = await models.list();
    if (!this.changed(labelled, listed)) throw new Refusal('nothing-to-learn');
    const current = listed.find(({ hash }) => hash === recognisers.current);
    const packed = current && (await models.packed(current.hash));
    if (!packed) throw new Error('the current model is not stored');
    // Asked last, without waiting for anything between this and the beginning.
    if (this.phase.is === 'running') throw new Refusal('training-busy');
    const begun = { user, at: clock.date().toISOString(), since: clock.now(), labelled: labelled.length };
    const worker = startThread('learner', new URL('./learner.ts', import.meta.url), {
      replies: join(config.scenarios, 'replies'),
      labelled: labelled.map(withoutTime),
      fresh: unseenBy(current, labelled).map(withoutTime),
      current: packed,
    });
    const running = { is: 'running', step: 'reading', since: begun.since, worker } as const;
    const ended = this.follow(worker, async (made) => {
      const lesson: Lesson = {
        labelled: begun.labelled,
        ms: clock.now() - begun.since,
        ...{ result: made.result, before: made.before },
      };
      await this.keep(made, begun, lesson);
      log.info({ by: user.id, model: made.hash, result: made.result }, 'recogniser trained');
    });
    this.phase = { ...running, ended };
  }

  async state(): Promise<Training> {
    const { labels, models } = this.parts;
    const labelled = await labels.taught();
    const listed = await models.list();
    const last = lastTrained(listed);
    return {
      work: this.work(lessonOf(last)?.ms ?? USUAL_MS),
      labelled: labelled.length,
      fresh: unseenBy(last, labelled).length,
      changed: this.changed(labelled, listed),
      models: listed.map((model) => this.summaryOf(model)),
    };
  }

  /** Breaks off what is under way; nothing of it is stored. */
  async stop(): Promise<void> {
    if (this.phase.is !== 'running') return;
    const { worker, ended } = this.phase;
    await worker.terminate();
    await ended;
  }

  /** Resolves when the learner has ended in one way or another. */
  private async follow(worker: Worker, finish: (made: Made) => Promise<void>): Promise<void> {
    try {
      const made = await this.listen(worker);
      if (made) await finish(made);
      this.phase = { is: 'idle' };
    } catch (error) {
      this.parts.log.error({ err: error }, 'training failed');
      this.phase = { is: 'failed', reason: error instanceof Error ? error.message : String(error) };
    }
  }

  /** What the learner has made; undefined if it was stopped. */
  private listen(worker: Worker): Promise<Made | undefined> {
    return new Promise((resolve, reject) => {
      worker.on('message', (message) => {
        const { data: news, error } = NewsSchema.safeParse(message);
        if (!news) reject(error);
        else if (news.kind === 'done') resolve(news);
        else if (this.phase.is === 'running') this.phase = { ...this.phase, step: news.step };
      });
      worker.once('error', reject);
      worker.once('exit', () => resolve(undefined));
    });
  }

  private async keep(
    { hash, rows, packed }: Made,
    { user, at }: { user: User; at: string },
    lesson: Lesson,
  ): Promise<void> {
    const { models } = this.parts;
    await models.add({
      ...{ hash, rows, created_at: at, user_id: user.id, lesson: JSON.stringify(lesson) },
      packed: Uint8Array.from(packed),
    });
    await models.tidy();
  }

  /** Whether a training now would give another model than the last one: labels came or went, or the program has new ones. */
  private changed(labelled: readonly Taught[], listed: readonly ListedModel[]): boolean {
    const last = lastTrained(listed);
    if (!last) return labelled.length > 0;
    const builtIn = listed.find(({ hash }) => hash === this.parts.recognisers.builtInHash);
    return (
      lessonOf(last)?.labelled !== labelled.length ||
      unseenBy(last, labelled).length > 0 ||
      (builtIn !== undefined && builtIn.created_at > last.created_at)
    );
  }

  private work(expected: number): Work {
    const { phase } = this;
    switch (phase.is) {
      case 'idle':
        return phase;
      case 'failed':
        return phase;
      case 'running': {
        const elapsed = this.parts.clock.now() - phase.since;
        return { is: 'running', step: phase.step, elapsed, expected };
      }
    }
  }

  private summaryOf(model: ListedModel): ModelSummary {
    const { hash, created_at, rows, trainer } = model;
    const current = hash === this.parts.recognisers.current;
    return { hash, createdAt: created_at, rows, by: trainer, current, lesson: lessonOf(model) ?? null };
  }
}

type Taught = LabelledReply & { readonly at: string };

/** What was labelled after a model was trained; the one that comes with the program has seen nothing of it. */
const unseenBy = (model: ListedModel | undefined, labelled: readonly Taught[]): readonly Taught[] =>
  labelled.filter(({ at }) => !model || model.lesson === null || at > model.created_at);

const withoutTime = ({ at: _, ...reply }: Taught): LabelledReply => reply;

const lastTrained = (listed: readonly ListedModel[]): ListedModel | undefined =>
  listed.find(({ lesson }) => lesson !== null);

const lessonOf = (model: ListedModel | undefined): Lesson | undefined =>
  model && model.lesson !== null ? LessonSchema.parse(JSON.parse(model.lesson)) : undefined;
