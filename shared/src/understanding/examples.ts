import { ACT_IDS, type Act } from './acts';
import { FAMILY_VALUES } from './families';
import { FeatureCounter } from './feature-counter';
import { FeatureList } from './feature-list';
import { listReply, listTurn } from './features';
import type { LabelledReply } from './labelled-reply';
import { readReply } from './reading';
import { readTurn } from './turn';

/**
 * Bags of present features, one after another in columns: row r has the bags from `firsts[r]` up to `firsts[r + 1]`, bag b the
 * features from `begins[b]` up to `begins[b + 1]`, each a row of the weight table and its value.
 */
export type Bags = {
  readonly firsts: Int32Array;
  readonly begins: Int32Array;
  readonly rows: Int32Array;
  readonly values: Float32Array;
};

/** The training rows as the learners see them. */
export type Corpus = {
  /** How many rows there are. */
  readonly size: number;
  /** Each reply as one bag. */
  readonly whole: Bags;
  /** The same by clause; a reply's first bag holds what belongs to no clause (length, the customer's turn). */
  readonly clauses: Bags;
  /** Row by row 0 or 1 for each act, or {@link NOT_TAUGHT}. */
  readonly labels: Uint8Array;
  readonly keys: Uint32Array;
  readonly counts: Int32Array;
};

/** The row says nothing about an act. */
export const NOT_TAUGHT = 2;

/** A feature seen fewer times says more about its rows than about the language. */
const OFTEN_ENOUGH = 5;

export function buildCorpus(replies: readonly LabelledReply[]): Corpus {
  const list = new FeatureList();
  const extracted = replies.map(({ text, context }) => {
    const turn = readTurn(context ?? '');
    const reading = readReply(text);
    list.length = 0;
    listTurn(turn, list);
    listReply(reading, turn, list);
    return {
      keys: list.keys.slice(0, list.length),
      families: list.families.slice(0, list.length),
      clauses: list.clauses.slice(0, list.length),
      bags: reading.segments.length + 1,
    };
  });
  const room = extracted.reduce((total, { keys }) => total + keys.length, 0);
  const found = new FeatureCounter(room);
  extracted.forEach((features, row) => {
    for (const key of features.keys) found.count(key, row);
  });
  const { keys, counts } = found.keep(OFTEN_ENOUGH);
  const whole = new BagWriter(keys.length, room);
  const clauses = new BagWriter(keys.length, room);
  // Features are listed clause by clause.
  for (const features of extracted) {
    let clause = 0;
    for (let i = 0; i < features.keys.length; i++) {
      const row = found.rowOf(features.keys[i] ?? 0);
      if (row < 0) continue;
      for (const own = (features.clauses[i] ?? -1) + 1; clause < own; clause++) clauses.endBag();
      const value = FAMILY_VALUES[features.families[i] ?? 0] ?? 0;
      whole.add(row, value);
      clauses.add(row, value);
    }
    for (; clause < features.bags; clause++) clauses.endBag();
    whole.endBag();
    whole.endRow();
    clauses.endRow();
  }
  return {
    size: replies.length,
    whole: whole.done(),
    clauses: clauses.done(),
    labels: labelsOf(replies),
    keys,
    counts,
  };
}

function labelsOf(replies: readonly LabelledReply[]): Uint8Array {
  const labels = new Uint8Array(replies.length * ACT_IDS.length);
  replies.forEach((reply, row) => {
    const { only = ACT_IDS, contested = [] } = reply;
    const isTaught = (act: Act) => only.includes(act) && !contested.includes(act);
    ACT_IDS.forEach((act, index) => {
      const label = reply.labels.includes(act) ? 1 : 0;
      labels[row * ACT_IDS.length + index] = isTaught(act) ? label : NOT_TAUGHT;
    });
  });
  return labels;
}

/** Fills bags in which each feature stands once. */
class BagWriter {
  private readonly firsts = [0];
  private readonly begins = [0];
  private readonly rows: Int32Array;
  private readonly values: Float32Array;
  /** By feature the last bag it went into. */
  private readonly last: Int32Array;
  private end = 0;
  private squares = 0;

  constructor(features: number, room: number) {
    this.rows = new Int32Array(room);
    this.values = new Float32Array(room);
    this.last = new Int32Array(features).fill(-1);
  }

  add(row: number, value: number): void {
    const bag = this.begins.length - 1;
    if (this.last[row] === bag) return;
    this.last[row] = bag;
    this.rows[this.end] = row;
    this.values[this.end++] = value;
    this.squares += value * value;
  }

  endBag(): void {
    const norm = valueNorm(this.squares);
    for (let i = this.begins.at(-1) ?? 0; i < this.end; i++) this.values[i] = (this.values[i] ?? 0) * norm;
    this.begins.push(this.end);
    this.squares = 0;
  }

  endRow(): void {
    this.firsts.push(this.begins.length - 1);
  }

  done(): Bags {
    return {
      firsts: Int32Array.from(this.firsts),
      begins: Int32Array.from(this.begins),
      rows: this.rows.slice(0, this.end),
      values: this.values.slice(0, this.end),
    };
  }
}

/** Many features count somewhat less each, but not so little that a clause is drowned by the rest of a long reply. */
export const valueNorm = (squares: number): number => 1 / Math.max(squares, 1) ** 0.36;
