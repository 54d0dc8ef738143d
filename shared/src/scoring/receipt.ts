import { z } from 'zod';
import { canonicalJson } from '../hash';
import { MOST_OVERLAYS } from '../persona/most-overlays';
import type { Overlay } from '../persona/overlay';
import type { Persona } from '../persona/schema';
import { type Entry, EntrySchema } from '../rehearsal/entry';
import { type Exercise, exerciseFor } from '../rehearsal/exercise';
import { heardAt } from '../rehearsal/heard';
import { replay } from '../rehearsal/replay';
import type { Content, Loaded } from '../script/load';
import type { Script } from '../script/schema';
import type { Shop } from '../shop/schema';
import type { Recogniser } from '../understanding/recogniser';
import { prepareTeaching, understand } from '../understanding/understand';
import type { Rubric } from './rubric';
import { scoreRehearsal } from './score';
import { ScorecardSchema } from './scorecard';

const NamedSchema = z.object({ id: z.string(), version: z.int(), hash: z.string() });

/**
 * All that is needed to check a score again on any machine (成绩凭证): what it was played on, by hash, the log and the score.
 * Hashes are SHA-256 over the canonical JSON of the loaded content.
 */
export const ReceiptSchema = z.object({
  format: z.literal('kefu-receipt'),
  version: z.literal(1),
  script: NamedSchema,
  shop: NamedSchema,
  persona: NamedSchema,
  /** What was laid on the persona; receipts from before there were overlays do not say. */
  overlays: z.array(NamedSchema).max(MOST_OVERLAYS).optional(),
  rubric: NamedSchema,
  recogniser: z.object({ hash: z.string() }),
  seed: z.int().nonnegative(),
  pace: z.number(),
  mode: z.enum(['practice', 'exam']),
  /** Time up to which the rehearsal ran, ms since the start. */
  until: z.number(),
  log: z.array(EntrySchema),
  scorecard: ScorecardSchema,
});
export type Receipt = z.infer<typeof ReceiptSchema>;

/** What a receipt is made from, beside the log. */
export type Played = {
  readonly script: Loaded<Script>;
  readonly shop: Loaded<Shop>;
  readonly persona: Loaded<Persona>;
  readonly overlays: readonly Loaded<Overlay>[];
  readonly rubric: Loaded<Rubric>;
  readonly recogniser: { readonly hash: string };
  readonly seed: number;
  readonly pace: number;
  readonly mode: 'practice' | 'exam';
  readonly until: number;
  readonly log: readonly Entry[];
};

/** Scores a finished rehearsal and writes down all that is needed to check the score. */
export function makeReceipt(played: Played): Receipt {
  const { script, shop, persona, overlays, rubric, recogniser, seed, pace, mode, until, log } = played;
  const laid = overlays.map(({ value }) => value);
  const { facts } = exerciseFor(script.value, shop.value, persona.value, seed, laid);
  const name = ({ value, hash }: Loaded<{ id: string; version: number }>) => ({
    id: value.id,
    version: value.version,
    hash,
  });
  return {
    format: 'kefu-receipt',
    version: 1,
    script: name(script),
    shop: name(shop),
    persona: name(persona),
    ...(overlays.length > 0 && { overlays: overlays.map(name) }),
    rubric: name(rubric),
    recogniser: { hash: recogniser.hash },
    seed,
    pace,
    mode,
    until,
    log: [...log],
    scorecard: scoreRehearsal({ facts, rubric: rubric.value, pace, log }),
  };
}

/** What of a receipt does not come out the same when it is computed again. */
export type Difference = { readonly what: string; readonly receipt: string; readonly computed: string };

/**
 * Computes a receipt again, from the trainee's messages alone: what they were understood to say, what the customer did, and the score.
 * @returns every difference; empty when all agree
 */
export function verifyReceipt(receipt: Receipt, content: Content, recogniser: Recogniser): Difference[] {
  const found = {
    script: content.scripts.get(receipt.script.id),
    shop: content.shops.get(receipt.shop.id),
    persona: content.personas.get(receipt.persona.id),
    rubric: content.rubrics.get(receipt.rubric.id),
  };
  const differences: Difference[] = [];
  const compare = (what: string, ours: unknown, theirs: unknown) => {
    const [computed, stated] = [canonicalJson(ours ?? null), canonicalJson(theirs ?? null)];
    if (computed !== stated) differences.push({ what, receipt: stated, computed });
  };
  for (const kind of ['script', 'shop', 'persona', 'rubric'] as const) {
    compare(`${kind} ${receipt[kind].id}`, found[kind]?.hash, receipt[kind].hash);
  }
  const overlays = (receipt.overlays ?? []).map(({ id, hash }) => {
    const overlay = content.overlays.get(id);
    compare(`overlay ${id}`, overlay?.hash, hash);
    return overlay?.value;
  });
  compare('recogniser', recogniser.hash, receipt.recogniser.hash);
  const { script, shop, persona, rubric } = found;
  const laid = overlays.filter((overlay) => overlay !== undefined);
  if (!script || !shop || !persona || !rubric || laid.length < overlays.length) return differences;

  const exercise = exerciseFor(script.value, shop.value, persona.value, receipt.seed, laid);
  const played = replay(exercise, receipt.seed, receipt.pace, receipt.log, receipt.until);
  const log = understandAgain(played.entries, exercise, recogniser);
  for (let index = 0; index < Math.max(log.length, receipt.log.length); index++) {
    compare(`entry ${index + 1}`, log[index], receipt.log[index]);
  }
  const { facts } = exercise;
  compare(
    'scorecard',
    scoreRehearsal({ facts, rubric: rubric.value, pace: receipt.pace, log: receipt.log }),
    receipt.scorecard,
  );
  return differences;
}

/** The log with every reply understood anew, in the light of what the customer had said before it. */
function understandAgain(log: readonly Entry[], exercise: Exercise, recogniser: Recogniser): Entry[] {
  const teaching = prepareTeaching(recogniser, exercise.facts.teaching);
  const heard = heardAt(log);
  return log.map((entry, index) =>
    entry.kind === 'reply'
      ? { ...entry, understood: understand(recogniser, teaching, entry.text, heard[index]) }
      : entry,
  );
}
