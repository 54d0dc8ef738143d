import { ACT_IDS } from './acts';
import { valueNorm } from './examples';
import { FAMILY_VALUES } from './families';
import { FeatureList } from './feature-list';
import { type FeatureTable, NEW_IN_REPLY, ROW, type Sums } from './feature-table';
import { listReply, listTurn } from './features';
import type { ActUnit } from './model';
import type { Reading } from './reading';
import { remembering } from './remembering';
import { readTurn, type Turn } from './turn';

/** Sums by both parts of the model, in real units: first of what belongs to no clause, then clause by clause. */
export type ReplySums = { readonly whole: readonly Sums[]; readonly clause: readonly Sums[] };

/** What a stretch of the normalised text weighs for an act. */
export type Weighed = { readonly weight: number; readonly start: number; readonly end: number };

export type Summing = {
  /** The sums last until the next call. */
  readonly sumUp: (reading: Reading, context: string) => ReplySums;
  /** What the features of the clauses weigh for an act, each where it is met first. */
  readonly weighed: (reading: Reading, context: string, act: number) => Weighed[];
};

/** What a turn of the customer brings along to every reply: the rows of its features, what they weigh, and their squares. */
type Heard = {
  readonly turn: Turn;
  readonly rows: readonly number[];
  readonly whole: Sums;
  readonly clause: Sums;
  readonly squares: number;
};

const ACTS = ACT_IDS.length;
const COUNTER = 0x3fffffff;
/** Customers speak from scripts, so the same turns are heard again and again. */
const MOST_HEARD = 500;

export function createSumming(table: FeatureTable, units: readonly ActUnit[]): Summing {
  const wholeScales = Float64Array.from(units, ({ whole }) => whole.scale);
  const clauseScales = Float64Array.from(units, ({ clause }) => clause.scale);

  // By these numbers the table knows a repeated feature: that of the reply at hand, and of what belongs to no clause of it.
  let reply = 0;
  let noClause = 0;
  let unused = 1;
  // Room that every reply uses anew.
  const list = new FeatureList();
  let rows = new Int32Array(0);
  let fresh = new Uint8Array(0);
  let whole = partsOf(FIRST_PARTS);
  let clause = partsOf(FIRST_PARTS);
  /** What counts only in its clause adds to sums that nobody reads: to leave these out would take longer. */
  let repeated = partsOf(FIRST_PARTS);

  /** Begins another reply of so many clauses. */
  const begin = (count: number): void => {
    list.length = 0;
    reply = (reply + 1) & COUNTER;
    noClause = unused & COUNTER;
    unused = noClause + 1 + count;
  };

  /** Finds the listed features in the table; `fresh` tells where each is new, and is 0 for what is unknown or repeated. */
  const look = (): void => {
    if (rows.length < list.length) {
      rows = new Int32Array(list.keys.length);
      fresh = new Uint8Array(list.keys.length);
    }
    // Fetching all at once hides how far away memory is.
    for (let i = 0; i < list.length; i++) rows[i] = table.find(list.keys[i] ?? 0);
    for (let i = 0; i < list.length; i++) {
      const row = rows[i] ?? -1;
      fresh[i] = row < 0 ? 0 : table.meet(row, reply, noClause + 1 + (list.clauses[i] ?? -1));
    }
  };

  const valueAt = (i: number): number => FAMILY_VALUES[list.families[i] ?? 0] ?? 0;

  const hear = remembering(MOST_HEARD, (context): Heard => {
    const turn = readTurn(context);
    begin(0);
    listTurn(turn, list);
    look();
    const heard = { whole: new Float64Array(ROW), clause: new Float64Array(ROW) };
    const own: number[] = [];
    let squares = 0;
    for (let i = 0; i < list.length; i++) {
      if (fresh[i] === 0) continue;
      const [row, value] = [rows[i] ?? 0, valueAt(i)];
      own.push(row);
      squares += value * value;
      table.add(row, value, 0, heard.whole, heard.clause);
    }
    return { turn, rows: own, squares, ...heard };
  });

  const read = (reading: Reading, context: string): Heard => {
    const heard = hear(context);
    begin(reading.segments.length);
    for (const row of heard.rows) table.meet(row, reply, noClause);
    listReply(reading, heard.turn, list);
    look();
    return heard;
  };

  return {
    sumUp(reading, context) {
      const heard = read(reading, context);
      const parts = reading.segments.length + 1;
      if (whole.parts.length < parts) {
        whole = partsOf(2 * parts);
        clause = partsOf(2 * parts);
        repeated = partsOf(2 * parts);
      }
      whole.sums.fill(0, 0, parts * ROW);
      clause.sums.fill(0, 0, parts * ROW);
      whole.sums.set(heard.whole);
      clause.sums.set(heard.clause);
      const clauseSquares = new Float64Array(parts);
      clauseSquares[0] = heard.squares;
      let { squares } = heard;
      for (let i = 0; i < list.length; i++) {
        if (fresh[i] === 0) continue;
        const value = valueAt(i);
        const part = (list.clauses[i] ?? -1) + 1;
        const inWhole = ((fresh[i] ?? 0) & NEW_IN_REPLY) !== 0;
        if (inWhole) squares += value * value;
        clauseSquares[part] = (clauseSquares[part] ?? 0) + value * value;
        table.add(rows[i] ?? 0, value, part * ROW, inWhole ? whole.sums : repeated.sums, clause.sums);
      }
      const norm = valueNorm(squares);
      const sums = { whole: whole.parts.slice(0, parts), clause: clause.parts.slice(0, parts) };
      for (const own of sums.whole) scale(own, norm, wholeScales);
      sums.clause.forEach((own, part) => {
        scale(own, valueNorm(clauseSquares[part] ?? 0), clauseScales);
      });
      return sums;
    },
    weighed(reading, context, act) {
      read(reading, context);
      const found: Weighed[] = [];
      for (let i = 0; i < list.length; i++) {
        const [start = 0, end = 0] = [list.starts[i], list.ends[i]];
        if (((fresh[i] ?? 0) & NEW_IN_REPLY) === 0 || end <= start || list.clauses[i] === -1) continue;
        const worths = table.worths(rows[i] ?? 0, act);
        const weight = worths.whole * (wholeScales[act] ?? 0) + worths.clause * (clauseScales[act] ?? 0);
        found.push({ weight: weight * valueAt(i), start, end });
      }
      return found;
    },
  };
}

/** Enough for most replies. */
const FIRST_PARTS = 16;

/** Room for sums, with a view of each part of it. */
function partsOf(count: number): { readonly sums: Sums; readonly parts: readonly Sums[] } {
  const sums = new Float64Array(count * ROW);
  const parts = Array.from({ length: count }, (_, part) => sums.subarray(part * ROW, (part + 1) * ROW));
  return { sums, parts };
}

/** Brings the shares of an act's largest weight into real units. */
function scale(sums: Sums, norm: number, scales: Float64Array): void {
  for (let act = 0; act < ACTS; act++) sums[act] = (sums[act] ?? 0) * norm * (scales[act] ?? 0);
}
