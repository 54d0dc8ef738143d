import { ACT_IDS } from './acts';
import { FAMILY_VALUES } from './families';
import { extractFeatures } from './features';
import type { LabelledReply } from './labelled-reply';

/** A training row as the learner sees it: rows of the weight table with their values, and a 0/1 per act. */
export type Example = {
  readonly rows: Int32Array;
  readonly values: Float32Array;
  readonly labels: Uint8Array;
};

export type Corpus = {
  readonly examples: readonly Example[];
  readonly keys: Uint32Array;
  readonly counts: Int32Array;
};

/** A feature seen once says more about its row than about the language. */
const RARE = 2;

export function buildCorpus(replies: readonly LabelledReply[]): Corpus {
  const extracted = replies.map(({ text, context }) => distinct(text, context));
  const seen = new Map<number, number>();
  for (const features of extracted) {
    for (const key of features.keys()) seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const kept = [...seen].filter(([, count]) => count >= RARE).sort(([a], [b]) => a - b);
  const keys = Uint32Array.from(kept, ([key]) => key);
  const counts = Int32Array.from(kept, ([, count]) => count);
  const rowOf = new Map(kept.map(([key], row) => [key, row]));
  const examples = extracted.map((features, index) =>
    toExample(features, rowOf, replies[index]?.labels ?? []),
  );
  return { examples, keys, counts };
}

function distinct(text: string, context: string | undefined): Map<number, number> {
  const { keys, families } = extractFeatures(text, context);
  return new Map(keys.map((key, i) => [key, families[i] ?? 0]));
}

function toExample(
  features: ReadonlyMap<number, number>,
  rowOf: ReadonlyMap<number, number>,
  labels: readonly string[],
): Example {
  const rows: number[] = [];
  const values: number[] = [];
  for (const [key, family] of features) {
    const row = rowOf.get(key);
    if (row === undefined) continue;
    rows.push(row);
    values.push(FAMILY_VALUES[family] ?? 0);
  }
  const norm = valueNorm(values.reduce((total, value) => total + value * value, 0));
  return {
    rows: Int32Array.from(rows),
    values: Float32Array.from(values, (value) => value * norm),
    labels: Uint8Array.from(ACT_IDS, (act) => (labels.includes(act) ? 1 : 0)),
  };
}

/** Long replies have many features; each then counts somewhat less, but not so little that a clause is drowned. */
export const valueNorm = (squares: number): number => 1 / Math.max(squares, 1) ** 0.4;
