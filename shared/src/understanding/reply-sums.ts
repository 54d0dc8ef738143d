import { ACT_IDS } from './acts';
import { valueNorm } from './examples';
import { FAMILY_VALUES } from './families';
import { FeatureList } from './feature-list';
import { type FeatureTable, KNOWN, NEW_IN_REPLY } from './feature-table';
import { listReply, listTurn } from './features';
import type { ActUnit } from './model';
import type { Reading } from './reading';
import { remembering } from './remembering';
import { readTurn, type Turn } from './turn';

/** Sums by both parts of the model, in real units: first of what belongs to no clause, then clause by clause. */
export type ReplySums = { readonly whole: readonly Float64Array[]; readonly clause: readonly Float64Array[] };

/** What a stretch of the normalised text weighs for an act. */
export type Weighed = { readonly weight: number; readonly start: number; readonly end: number };

export type Summing = {
  /** The sums last until the next call. */
  readonly sumUp: (reading: Reading, context: string) => ReplySums;
  /** What the features of the clauses weigh for an act, each where it is met first. */
  readonly weighed: (reading: Reading, context: string, act: number) => Weighed[];
};

/**
 * What a turn of the customer brings along to every reply: what its features weigh, and the squares of their values. Its families
 * are its own, so that no feature of a reply repeats them.
 */
type Heard = {
  readonly turn: Turn;
  readonly sums: Float64Array;
  readonly squares: number;
};

const ACTS = ACT_IDS.length;
/** Customers speak from scripts, so the same turns are heard again and again. */
const MOST_HEARD = 500;

export function createSumming(table: FeatureTable, units: readonly ActUnit[]): Summing {
  const wholeScales = Float64Array.from(units, ({ whole }) => whole.scale);
  const clauseScales = Float64Array.from(units, ({ clause }) => clause.scale);

  /** The number of the first part of the reply at hand: by it the table knows repeated features. */
  let first = 0;
  let parts = 1;
  // Room that every reply uses anew.
  const list = new FeatureList();
  let rows = new Int32Array(list.keys.length);
  const whole: Float64Array[] = [];
  const clause: Float64Array[] = [];
  const { sums } = table;
  const wholeSums = sums.subarray(0, ACTS);
  const clauseSums = sums.subarray(ACTS);
  const squares = { whole: 0, clause: 0 };

  /** Begins another list of features in so many parts. */
  const begin = (count: number): void => {
    list.length = 0;
    first = (first + parts) | 0;
    parts = count;
  };

  /** Finds the listed features in the table. */
  const look = (): void => {
    if (rows.length < list.length) rows = new Int32Array(list.keys.length);
    const { keys, length } = list;
    // Fetching all at once hides how far away memory is.
    for (let i = 0; i < length; i++) rows[i] = table.find(keys[i] ?? 0);
  };

  const valueAt = (i: number): number => FAMILY_VALUES[list.families[i] ?? 0] ?? 0;

  /** Adds up the features of a part that are known and new, from a place in the list on; gives the place behind them. */
  const add = (from: number, part: number): number => {
    // Within the loop as numbers of its own, which the processor keeps at hand.
    let { whole: wholeSquares, clause: clauseSquares } = squares;
    let i = from;
    // Features are listed part by part.
    for (; i < list.length && list.clauses[i] === part - 1; i++) {
      const row = rows[i] ?? -1;
      const fresh = row < 0 ? KNOWN : table.meet(row, first, part);
      if (fresh === KNOWN) continue;
      const value = valueAt(i);
      // What counts only in its clause is worth nothing in the whole: to leave it out there would take longer.
      const inWhole = fresh === NEW_IN_REPLY ? value : 0;
      table.add(row, inWhole, value);
      wholeSquares += inWhole * inWhole;
      clauseSquares += value * value;
    }
    table.settle();
    squares.whole = wholeSquares;
    squares.clause = clauseSquares;
    return i;
  };

  const hear = remembering(MOST_HEARD, (context): Heard => {
    const turn = readTurn(context);
    begin(1);
    listTurn(turn, list);
    look();
    squares.whole = squares.clause = 0;
    sums.fill(0);
    add(0, 0);
    return { turn, sums: sums.slice(), squares: squares.clause };
  });

  const read = (reading: Reading, context: string): Heard => {
    const heard = hear(context);
    begin(reading.segments.length + 1);
    listReply(reading, heard.turn, list);
    look();
    return heard;
  };

  return {
    sumUp(reading, context) {
      const heard = read(reading, context);
      while (whole.length < parts) {
        whole.push(new Float64Array(ACTS));
        clause.push(new Float64Array(ACTS));
      }
      sums.set(heard.sums);
      squares.whole = squares.clause = heard.squares;
      for (let part = 0, from = 0; part < parts; part++) {
        from = add(from, part);
        whole[part]?.set(wholeSums);
        clause[part]?.set(clauseSums);
        scale(clause[part], valueNorm(squares.clause), clauseScales);
        sums.fill(0);
        squares.clause = 0;
      }
      const norm = valueNorm(squares.whole);
      for (let part = 0; part < parts; part++) scale(whole[part], norm, wholeScales);
      return { whole: whole.slice(0, parts), clause: clause.slice(0, parts) };
    },
    weighed(reading, context, act) {
      read(reading, context);
      const found: Weighed[] = [];
      for (let i = 0; i < list.length; i++) {
        const [row = -1, part = 0, start = 0, end = 0] = [
          rows[i],
          (list.clauses[i] ?? -1) + 1,
          list.starts[i],
          list.ends[i],
        ];
        if (row < 0 || table.meet(row, first, part) !== NEW_IN_REPLY || end <= start || part === 0) continue;
        const worths = table.worths(row, act);
        const weight = worths.whole * (wholeScales[act] ?? 0) + worths.clause * (clauseScales[act] ?? 0);
        found.push({ weight: weight * valueAt(i), start, end });
      }
      return found;
    },
  };
}

/** Brings the shares of an act's largest weight into real units. */
function scale(sums: Float64Array | undefined, norm: number, scales: Float64Array): void {
  if (!sums) return;
  for (let act = 0; act < ACTS; act++) sums[act] = (sums[act] ?? 0) * norm * (scales[act] ?? 0);
}
