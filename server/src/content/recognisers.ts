import type { Model } from '@kefu/shared/understanding/model';
import { createRecogniser, type Recogniser } from '@kefu/shared/understanding/recogniser';
import type { FastifyBaseLogger } from 'fastify';
import type { Clock } from '../clock';
import { LastUsed } from '../last-used';
import type { Models } from '../storage/models';
import { type PackedModel, pack, unpack } from './packed-model';

/** How many models are held beside the one that comes with the program, about 8 MB each. */
const HELD = 3;

/** How many recognisers live at once, about 20 MB each: for reports and trainers, since rehearsals have theirs in a thread. */
const LIVE = 4;

/** The model that comes with the program. */
export class BuiltIn {
  readonly model: Model;
  private packing: Promise<PackedModel> | undefined;

  constructor(model: Model) {
    this.model = model;
  }

  packed(): Promise<PackedModel> {
    this.packing ??= pack(this.model);
    return this.packing;
  }
}

/** A model that was never stored, or that this version of the program cannot read. */
class MissingModel extends Error {}

/**
 * The recognisers by the hashes of their models. One is current: it hears new rehearsals. Those that have begun with
 * another one keep it, over restarts and upgrades, so every model that was ever current is stored.
 */
export class Recognisers {
  private readonly held = new LastUsed<Model>(HELD);
  private readonly live = new LastUsed<Recogniser>(LIVE);
  private readonly models: Models;
  private readonly builtIn: BuiltIn;
  private readonly clock: Clock;
  private chosen: string | undefined;
  private keeping: Promise<void> | undefined;

  private constructor(models: Models, builtIn: BuiltIn, clock: Clock) {
    this.models = models;
    this.builtIn = builtIn;
    this.clock = clock;
  }

  static async open(
    models: Models,
    builtIn: BuiltIn,
    { clock, log }: { clock: Clock; log: FastifyBaseLogger },
  ): Promise<Recognisers> {
    const recognisers = new Recognisers(models, builtIn, clock);
    const chosen = await models.chosen();
    if (chosen === null) return recognisers;
    if (await recognisers.has(chosen)) recognisers.chosen = chosen;
    else
      log.warn(
        { model: chosen },
        'the chosen model cannot be read by this version, the built-in one is used',
      );
    return recognisers;
  }

  /** Hash of the model that hears new rehearsals. */
  get current(): string {
    return this.chosen ?? this.builtInHash;
  }

  get builtInHash(): string {
    return this.builtIn.model.hash;
  }

  /** @throws {MissingModel} */
  async model(hash: string): Promise<Model> {
    if (hash === this.builtInHash) return this.builtIn.model;
    return this.held.get(hash, async () => {
      const packed = await this.models.packed(hash);
      const model = packed && (await unpack(packed));
      if (!model) throw new MissingModel(`the model ${hash} is missing`);
      return model;
    });
  }

  /** @throws {MissingModel} */
  load(hash: string): Promise<Recogniser> {
    return this.live.get(hash, async () => createRecogniser(await this.model(hash)));
  }

  /** Whether there is such a model, and this version can read it. */
  async has(hash: string): Promise<boolean> {
    try {
      await this.model(hash);
      return true;
    } catch (error) {
      if (error instanceof MissingModel) return false;
      throw error;
    }
  }

  /** Undefined where there is no such model that this version can read. */
  async find(hash: string): Promise<Recogniser | undefined> {
    return (await this.has(hash)) ? this.load(hash) : undefined;
  }

  /** Resolves when what begins with the built-in model can go on with it for ever. Trained ones are stored anyway. */
  kept(): Promise<void> {
    this.keeping ??= this.keepBuiltIn();
    this.keeping.catch(() => {
      this.keeping = undefined;
    });
    return this.keeping;
  }

  /** @returns false if there is no such model, or none that can be read */
  async choose(hash: string): Promise<boolean> {
    if (!(await this.has(hash))) return false;
    // Whoever goes back to the model of the program also wants that of its next version.
    const chosen = hash === this.builtInHash ? undefined : hash;
    await this.models.choose(chosen ?? null);
    this.chosen = chosen;
    return true;
  }

  private async keepBuiltIn(): Promise<void> {
    if (await this.models.has(this.builtInHash)) return;
    await this.models.add({
      hash: this.builtInHash,
      created_at: this.clock.date().toISOString(),
      rows: this.builtIn.model.rows,
      user_id: null,
      lesson: null,
      packed: await this.builtIn.packed(),
    });
  }
}
