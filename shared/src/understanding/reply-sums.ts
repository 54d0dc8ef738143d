import { ACT_IDS } from './acts';
import { valueNorm } from './examples';
import { FAMILY_UNITS, VALUE_UNIT } from './families';
import { FeatureList } from './feature-list';
import { type FeatureTable, KNOWN, NEW_IN_CLAUSE, NEW_IN_REPLY } from './feature-table';
import { listReply, listTurn } from './features';
import type { ActUnit, Neuron } from './model';
import { NEURONS } from './net';
import type { Reading } from './reading';
import { remembering } from './remembering';
import { ACT_STEPS, NEURON_STEPS } from './steps';
import { readTurn, type Turn } from './turn';

/** Sums in real units. */
export type ReplySums = {
  /** How far each neuron is excited by the reply as a whole. */
  readonly excited: Float64Array;
  /** Sums of all acts: first of what belongs to no clause, then clause by clause. */
  readonly clauses: readonly Float64Array[];
};

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
  readonly acts: Float64Array;
  readonly neurons: Float64Array;
  readonly squares: number;
};

const ACTS = ACT_IDS.length;
/** Customers speak from scripts, so the same turns are heard again and again. */
const MOST_HEARD = 500;

export function createSumming(
  table: FeatureTable,
  units: readonly ActUnit[],
  neurons: readonly Neuron[],
): Summing {
  /** What one of a sum stands for. */
  const actScales = Float64Array.from(units, ({ scale }) => (scale * VALUE_UNIT) / ACT_STEPS.most);
  const neuronScales = Float64Array.from(neurons, ({ scale }) => (scale * VALUE_UNIT) / NEURON_STEPS.most);

  /** The number of the first part of the reply at hand: by it the table knows repeated features. */
  let first = 0;
  let parts = 1;
  // Room that every reply uses anew.
  const list = new FeatureList();
  let rows = new Int32Array(list.keys.length);
  const excited = new Float64Array(NEURONS);
  const clauses: Float64Array[] = [];
  const squares = { reply: 0, clause: 0 };
  /** How far values count in the reply as a whole, and in each of its parts. */
  const norms = { reply: 1, parts: new Float64Array(0) };

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

  const valueAt = (i: number): number => FAMILY_UNITS[list.families[i] ?? 0] ?? 0;

  /** Adds up the features of a part that are known and new, from a place in the list on; gives the place behind them. */
  const add = (from: number, part: number): number => {
    // Within the loop as numbers of its own, which the processor keeps at hand.
    let { reply: replySquares, clause: clauseSquares } = squares;
    let i = from;
    // Features are listed part by part.
    for (; i < list.length && list.clauses[i] === part - 1; i++) {
      const row = rows[i] ?? -1;
      const fresh = row < 0 ? KNOWN : table.meet(row, first, part);
      if (fresh === KNOWN) continue;
      const value = valueAt(i);
      table.addToActs(row, value);
      clauseSquares += value * value;
      if (fresh === NEW_IN_CLAUSE) continue;
      table.addToNeurons(row, value);
      replySquares += value * value;
    }
    table.acts.settle();
    squares.reply = replySquares;
    squares.clause = clauseSquares;
    return i;
  };

  const hear = remembering(MOST_HEARD, (context): Heard => {
    const turn = readTurn(context);
    begin(1);
    listTurn(turn, list);
    look();
    table.acts.packed.fill(0);
    table.neurons.packed.fill(0);
    squares.reply = squares.clause = 0;
    add(0, 0);
    table.neurons.settle();
    return {
      turn,
      acts: table.acts.packed.slice(),
      neurons: table.neurons.packed.slice(),
      squares: squares.clause,
    };
  });

  const read = (reading: Reading, context: string): Heard => {
    const heard = hear(context);
    begin(reading.segments.length + 1);
    listReply(reading, heard.turn, list);
    look();
    return heard;
  };

  const sumUp = (reading: Reading, context: string): ReplySums => {
    const heard = read(reading, context);
    while (clauses.length < parts) clauses.push(new Float64Array(2 * Math.ceil(ACTS / 2)));
    if (norms.parts.length < parts) norms.parts = new Float64Array(2 * parts);
    table.acts.packed.set(heard.acts);
    table.neurons.packed.set(heard.neurons);
    squares.reply = squares.clause = heard.squares;
    for (let part = 0, from = 0; part < parts; part++) {
      from = add(from, part);
      const own = clauses[part] ?? excited;
      const norm = normOf(squares.clause);
      table.acts.unpack(own);
      for (let act = 0; act < ACTS; act++) own[act] = (own[act] ?? 0) * norm * (actScales[act] ?? 0);
      norms.parts[part] = norm;
      table.acts.packed.fill(0);
      squares.clause = 0;
    }
    norms.reply = normOf(squares.reply);
    table.neurons.settle();
    table.neurons.unpack(excited);
    neurons.forEach(({ excitability }, neuron) => {
      excited[neuron] = excitability + (excited[neuron] ?? 0) * norms.reply * (neuronScales[neuron] ?? 0);
    });
    return { excited, clauses: clauses.slice(0, parts) };
  };

  return {
    sumUp,
    weighed(reading, context, act) {
      sumUp(reading, context);
      const { netShare = 0 } = units[act] ?? {};
      const slope = (1 - netShare) * (actScales[act] ?? 0);
      // Of what a neuron says each feature has its exact part; one that is silent says nothing.
      const slopes = neurons.map(({ outs }, neuron) =>
        (excited[neuron] ?? 0) > 0
          ? netShare * (outs[act] ?? 0) * norms.reply * (neuronScales[neuron] ?? 0)
          : 0,
      );
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
        let weight = slope * table.actWorth(row, act) * (norms.parts[part] ?? 0);
        table.neuronWorths(row).forEach((worth, neuron) => {
          weight += worth * (slopes[neuron] ?? 0);
        });
        found.push({ weight: weight * valueAt(i), start, end });
      }
      return found;
    },
  };
}

/** How far values count, by the sum of their squares in units. */
const normOf = (squares: number): number => valueNorm(squares * VALUE_UNIT ** 2);
