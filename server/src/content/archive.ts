import { contentHash } from '@kefu/shared/hash';
import { type Overlay, OverlaySchema } from '@kefu/shared/persona/overlay';
import { type Persona, PersonaSchema } from '@kefu/shared/persona/schema';
import type { Entry } from '@kefu/shared/rehearsal/entry';
import { type Exercise, makeExercise } from '@kefu/shared/rehearsal/exercise';
import type { Mode, Viewing } from '@kefu/shared/rehearsal/view';
import { type Rubric, RubricSchema } from '@kefu/shared/scoring/rubric';
import { scoreRehearsal } from '@kefu/shared/scoring/score';
import type { Loaded } from '@kefu/shared/script/load';
import { type Script, ScriptSchema } from '@kefu/shared/script/schema';
import { type Shop, ShopSchema } from '@kefu/shared/shop/schema';
import type { Kysely } from 'kysely';
import type { z } from 'zod';
import { LastUsed } from '../last-used';
import { ContentRowSchema, laidOn, type RehearsalRow, type Tables } from '../storage/tables';
import type { Pinned } from './library';
import { keyOf, type Pins } from './pins';

/** All that a rehearsal runs on, put together from what it pins. */
export type Staged = Pinned & { readonly exercise: Exercise };

/** What the filter towards trainees must know of a rehearsal. */
export const viewingOf = ({ exercise: { facts }, rubric }: Staged, mode: Mode): Viewing => ({
  ...{ facts, mode, bannedPhrases: rubric.value.bannedPhrases },
});

/** The scorecard of a whole log: the same at any time, on any machine. */
export const scoreLog = (
  { exercise, rubric }: Staged,
  { pace }: Pick<RehearsalRow, 'pace'>,
  log: readonly Entry[],
) => scoreRehearsal({ facts: exercise.facts, rubric: rubric.value, pace, log });

/** Compiled exercises in memory: those of a whole class, and no more when scripts are edited for weeks. */
const STAGED = 500;

const SCHEMAS = {
  script: ScriptSchema,
  shop: ShopSchema,
  persona: PersonaSchema,
  overlay: OverlaySchema,
  rubric: RubricSchema,
};
type Kind = keyof typeof SCHEMAS;

/**
 * Every version of script, shop, persona and rubric that was ever played on, by hash. Files may change or vanish:
 * what was played can be computed again for ever.
 */
export class Archive {
  private readonly staged = new LastUsed<Staged>(STAGED);
  private readonly db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.db = db;
  }

  async keep({ script, shop, persona, overlays, rubric }: Pinned): Promise<void> {
    const row = (kind: Kind, { value, hash }: Loaded<Script | Shop | Persona | Overlay | Rubric>) => ({
      kind,
      hash,
      json: JSON.stringify(value),
    });
    await this.db
      .insertInto('content')
      .values([
        row('script', script),
        row('shop', shop),
        row('persona', persona),
        ...overlays.map((overlay) => row('overlay', overlay)),
        row('rubric', rubric),
      ])
      .onConflict((conflict) => conflict.column('hash').doNothing())
      .execute();
  }

  /** Compiled once for all rehearsals on the same content. */
  stage(pins: Pins): Promise<Staged> {
    return this.staged.get(keyOf(pins), () => this.compile(pins));
  }

  private async compile(pins: Pins): Promise<Staged> {
    const script = await this.load('script', SCHEMAS.script, pins.script_hash);
    const shop = await this.load('shop', SCHEMAS.shop, pins.shop_hash);
    const persona = await this.load('persona', SCHEMAS.persona, pins.persona_hash);
    const overlays = await Promise.all(
      laidOn(pins).map(({ hash }) => this.load('overlay', SCHEMAS.overlay, hash)),
    );
    const rubric = await this.load('rubric', SCHEMAS.rubric, pins.rubric_hash);
    const laid = overlays.map(({ value }) => value);
    const exercise = makeExercise(script.value, shop.value, persona.value, pins.variant, laid);
    return { script, shop, persona, overlays, rubric, exercise };
  }

  private async load<T extends { id: string }>(
    kind: Kind,
    schema: z.ZodType<T>,
    hash: string,
  ): Promise<Loaded<T>> {
    const found = await this.db
      .selectFrom('content')
      .selectAll()
      .where('hash', '=', hash)
      .where('kind', '=', kind)
      .executeTakeFirstOrThrow();
    const stored: unknown = JSON.parse(ContentRowSchema.parse(found).json);
    if (contentHash(stored) !== hash) throw new Error(`the stored ${kind} ${hash} is damaged`);
    // A later version of the schema may add fields with a default; what was stored keeps its hash.
    const value = schema.parse(stored);
    return { value, hash, file: `${kind}/${value.id}` };
  }
}
