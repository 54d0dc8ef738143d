import { ACT_IDS } from './acts';
import { FAMILY, FAMILY_VALUES } from './families';
import { extractFeatures } from './features';
import type { LabelledReply } from './labelled-reply';

/** Present features: rows of the weight table with their values. */
export type Bag = { readonly rows: Int32Array; readonly values: Float32Array };

/** A training row as the learners see it. */
export type Example = {
  /** The reply as one bag. */
  readonly whole: Bag;
  /** The same by clause; the first bag holds what belongs to no clause (length, the customer's turn). */
  readonly clauses: readonly Bag[];
  /** 0 or 1 per act. */
  readonly labels: Uint8Array;
};

export type Corpus = {
  readonly examples: readonly Example[];
  readonly keys: Uint32Array;
  readonly counts: Int32Array;
};

/** A feature seen once says more about its row than about the language; of the many long ones it takes three times. */
const OFTEN_ENOUGH = 2;
const OFTEN_ENOUGH_IF_LONG = 3;
const LONG: ReadonlySet<number> = new Set([FAMILY.gram4, FAMILY.gram5, FAMILY.far, FAMILY.pair]);

export function buildCorpus(replies: readonly LabelledReply[]): Corpus {
  const extracted = replies.map(({ text, context }) => extractFeatures(text, context));
  const seen = new Map<number, number>();
  const long = new Set<number>();
  for (const { keys, families } of extracted) {
    for (const key of new Set(keys)) seen.set(key, (seen.get(key) ?? 0) + 1);
    keys.forEach((key, i) => {
      if (LONG.has(families[i] ?? 0)) long.add(key);
    });
  }
  const kept = [...seen]
    .filter(([key, count]) => count >= (long.has(key) ? OFTEN_ENOUGH_IF_LONG : OFTEN_ENOUGH))
    .sort(([a], [b]) => a - b);
  const rowOf = new Map(kept.map(([key], row) => [key, row]));
  const examples = extracted.map((features, index): Example => {
    const labels = replies[index]?.labels ?? [];
    const whole = new Map<number, number>();
    const clauses: Map<number, number>[] = [new Map()];
    features.keys.forEach((key, i) => {
      const row = rowOf.get(key);
      const family = features.families[i] ?? 0;
      if (row === undefined) return;
      whole.set(row, family);
      const clause = (features.clauses[i] ?? -1) + 1;
      while (clauses.length <= clause) clauses.push(new Map());
      clauses[clause]?.set(row, family);
    });
    return {
      whole: toBag(whole),
      clauses: clauses.map(toBag),
      labels: Uint8Array.from(ACT_IDS, (act) => (labels.includes(act) ? 1 : 0)),
    };
  });
  return {
    examples,
    keys: Uint32Array.from(kept, ([key]) => key),
    counts: Int32Array.from(kept, ([, count]) => count),
  };
}

function toBag(familyOfRow: ReadonlyMap<number, number>): Bag {
  const values = Float32Array.from(familyOfRow.values(), (family) => FAMILY_VALUES[family] ?? 0);
  const norm = valueNorm(values.reduce((total, value) => total + value * value, 0));
  return { rows: Int32Array.from(familyOfRow.keys()), values: values.map((value) => value * norm) };
}

/** Many features count somewhat less each, but not so little that a clause is drowned by the rest of a long reply. */
export const valueNorm = (squares: number): number => 1 / Math.max(squares, 1) ** 0.36;
