import { contentHash } from '@kefu/shared/hash';
import { type Persona, PersonaSchema } from '@kefu/shared/persona/schema';
import type { Entry } from '@kefu/shared/rehearsal/entry';
import { type Exercise, makeExercise } from '@kefu/shared/rehearsal/exercise';
import { type Rubric, RubricSchema } from '@kefu/shared/scoring/rubric';
import { scoreRehearsal } from '@kefu/shared/scoring/score';
import type { Loaded } from '@kefu/shared/script/load';
import { type Script, ScriptSchema } from '@kefu/shared/script/schema';
import { type Shop, ShopSchema } from '@kefu/shared/shop/schema';
import type { Recogniser } from '@kefu/shared/understanding/recogniser';
import { type PreparedTeaching, prepareTeaching } from '@kefu/shared/understanding/understand';
import type { Kysely } from 'kysely';
import type { z } from 'zod';
import { ContentRowSchema, type RehearsalRow, type Tables } from '../storage/tables';
import type { Pinned } from './library';

/** All that a rehearsal runs on, put together from what it pins. */
export type Staged = Pinned & { readonly exercise: Exercise; readonly teaching: PreparedTeaching };

/** The scorecard of a whole log: the same at any time, on any machine. */
export const scoreLog = (
  { exercise, rubric }: Staged,
  { pace }: Pick<RehearsalRow, 'pace'>,
  log: readonly Entry[],
) => scoreRehearsal({ facts: exercise.facts, rubric: rubric.value, pace, log });

type Pins = Pick<RehearsalRow, 'script_hash' | 'shop_hash' | 'persona_hash' | 'rubric_hash' | 'variant'>;

const SCHEMAS = { script: ScriptSchema, shop: ShopSchema, persona: PersonaSchema, rubric: RubricSchema };
type Kind = keyof typeof SCHEMAS;

/**
 * Every version of script, shop, persona and rubric that was ever played on, by hash. Files may change or vanish:
 * what was played can be computed again for ever.
 */
export class Archive {
  private readonly staged = new Map<string, Promise<Staged>>();
  private readonly db: Kysely<Tables>;
  private readonly recogniser: Recogniser;

  constructor(db: Kysely<Tables>, recogniser: Recogniser) {
    this.db = db;
    this.recogniser = recogniser;
  }

  async keep({ script, shop, persona, rubric }: Pinned): Promise<void> {
    const row = (kind: Kind, { value, hash }: Loaded<Script | Shop | Persona | Rubric>) => ({
      kind,
      hash,
      json: JSON.stringify(value),
    });
    await this.db
      .insertInto('content')
      .values([row('script', script), row('shop', shop), row('persona', persona), row('rubric', rubric)])
      .onConflict((conflict) => conflict.column('hash').doNothing())
      .execute();
  }

  /** Compiled once for all rehearsals on the same content. */
  stage(pins: Pins): Promise<Staged> {
    const { script_hash, shop_hash, persona_hash, rubric_hash, variant } = pins;
    const key = [script_hash, shop_hash, persona_hash, rubric_hash, variant].join('/');
    const known = this.staged.get(key);
    if (known) return known;
    const staging = this.compile(pins);
    this.staged.set(key, staging);
    staging.catch(() => this.staged.delete(key));
    return staging;
  }

  private async compile(pins: Pins): Promise<Staged> {
    const script = await this.load('script', SCHEMAS.script, pins.script_hash);
    const shop = await this.load('shop', SCHEMAS.shop, pins.shop_hash);
    const persona = await this.load('persona', SCHEMAS.persona, pins.persona_hash);
    const rubric = await this.load('rubric', SCHEMAS.rubric, pins.rubric_hash);
    const exercise = makeExercise(script.value, shop.value, persona.value, pins.variant);
    const teaching = prepareTeaching(this.recogniser, exercise.facts.teaching);
    return { script, shop, persona, rubric, exercise, teaching };
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
