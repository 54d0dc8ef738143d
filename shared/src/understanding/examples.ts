import { ACT_IDS } from './acts';
import { FAMILY_VALUES } from './families';
import { FeatureCounter } from './feature-counter';
import { FeatureList } from './feature-list';
import { listReply, listTurn } from './features';
import type { LabelledReply } from './labelled-reply';
import { readReply } from './reading';
import { readTurn } from './turn';

/** Present features: rows of the weight table with their values. */
export type Bag = { readonly rows: Int32Array; readonly values: Float32Array };

/** A training row as the learners see it. */
export type Example = {
  /** The reply as one bag. */
  readonly whole: Bag;
  /** The same by clause; the first bag holds what belongs to no clause (length, the customer's turn). */
  readonly clauses: readonly Bag[];
  /** 0 or 1 per act, or {@link NOT_TAUGHT}. */
  readonly labels: Uint8Array;
};

/** The row says nothing about an act. */
export const NOT_TAUGHT = 2;

export type Corpus = {
  readonly examples: readonly Example[];
  readonly keys: Uint32Array;
  readonly counts: Int32Array;
};

/** A feature seen fewer times says more about its rows than about the language. */
const OFTEN_ENOUGH = 5;

export function buildCorpus(replies: readonly LabelledReply[]): Corpus {
  const list = new FeatureList();
  const extracted = replies.map(({ text, context }) => {
    const turn = readTurn(context ?? '');
    list.length = 0;
    listTurn(turn, list);
    listReply(readReply(text), turn, list);
    return {
      keys: list.keys.slice(0, list.length),
      families: list.families.slice(0, list.length),
      clauses: list.clauses.slice(0, list.length),
    };
  });
  const found = new FeatureCounter(extracted.reduce((total, { keys }) => total + keys.length, 0));
  extracted.forEach((features, row) => {
    for (const key of features.keys) found.count(key, row);
  });
  const { keys, counts } = found.keep(OFTEN_ENOUGH);
  // By row of the weight table the last bag it went into, so that each bag holds a feature once.
  const lastWhole = new Int32Array(keys.length).fill(-1);
  const lastClause = new Int32Array(keys.length).fill(-1);
  let bags = 0;
  const examples = extracted.map((features, index): Example => {
    const { labels = [], only = ACT_IDS } = replies[index] ?? {};
    const whole: Raw = { rows: [], families: [] };
    const clauses: Raw[] = [{ rows: [], families: [] }];
    features.keys.forEach((key, i) => {
      const row = found.rowOf(key);
      if (row < 0) return;
      const family = features.families[i] ?? 0;
      const clause = (features.clauses[i] ?? -1) + 1;
      while (clauses.length <= clause) clauses.push({ rows: [], families: [] });
      if (lastWhole[row] !== index) push(whole, row, family);
      lastWhole[row] = index;
      if (lastClause[row] !== bags + clause) push(clauses[clause], row, family);
      lastClause[row] = bags + clause;
    });
    bags += clauses.length;
    return {
      whole: toBag(whole),
      clauses: clauses.map(toBag),
      labels: Uint8Array.from(ACT_IDS, (act) =>
        only.includes(act) ? (labels.includes(act) ? 1 : 0) : NOT_TAUGHT,
      ),
    };
  });
  return { examples, keys, counts };
}

type Raw = { readonly rows: number[]; readonly families: number[] };

function push(raw: Raw | undefined, row: number, family: number): void {
  raw?.rows.push(row);
  raw?.families.push(family);
}

function toBag({ rows, families }: Raw): Bag {
  const values = Float32Array.from(families, (family) => FAMILY_VALUES[family] ?? 0);
  const norm = valueNorm(values.reduce((total, value) => total + value * value, 0));
  return { rows: Int32Array.from(rows), values: values.map((value) => value * norm) };
}

/** Many features count somewhat less each, but not so little that a clause is drowned by the rest of a long reply. */
export const valueNorm = (squares: number): number => 1 / Math.max(squares, 1) ** 0.36;
