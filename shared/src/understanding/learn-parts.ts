import type { Bags, Corpus } from './examples';
import { CLAUSES, type Linear } from './learn-clauses';
import { NET, type Net } from './learn-net';
import {
  type Kind,
  type LearningOptions,
  type Lessons,
  learn,
  type Sums,
  sumsOf,
  type Weights,
} from './learning';

const BY_CLAUSE: LearningOptions = {
  epochs: 10,
  rate: 1.4,
  decay: 2.5e-3,
  margin: 0.03,
  hidden: 0.3,
  seeds: [20260513, 20260514],
};

/** Neurons of one order mean nothing in another: there is no mean of two. */
const BY_NET: LearningOptions = {
  epochs: 8,
  rate: 0.3,
  decay: 4e-3,
  margin: 0.01,
  hidden: 0.4,
  seeds: [20260513],
};

/**
 * One part in three sets the confidences: learners that have not seen it judge it. It is left out in long runs, not row
 * by row, since what one person wrote in one sitting resembles itself.
 */
const PARTS = 3;
const LONGEST_RUN = 100;

/** What the net learns, and the sums by which the rows that set the confidences are judged, neuron-wise and clause-wise. */
export type Rest = {
  readonly net: Net;
  readonly unseen: { readonly net: readonly Sums[]; readonly clauses: readonly Sums[] };
};

// Two halves of the work, about equal. Neither needs the other, so each may have a thread of its own.

export const learnClauses = (corpus: Corpus): Linear =>
  learn(CLAUSES, lessonsOf(corpus, corpus.clauses), allRows(corpus), BY_CLAUSE);

export const learnRest = (corpus: Corpus): Rest => ({
  net: learn(NET, lessonsOf(corpus, corpus.whole), allRows(corpus), BY_NET),
  unseen: {
    net: judge(NET, corpus, corpus.whole, BY_NET),
    clauses: judge(CLAUSES, corpus, corpus.clauses, BY_CLAUSE),
  },
});

const lessonsOf = ({ labels, keys }: Corpus, bags: Bags): Lessons => ({
  bags,
  labels,
  features: keys.length,
});

const allRows = ({ size }: Corpus): number[] => Array.from({ length: size }, (_, row) => row);

/**
 * The sums of the rows that set the confidences, by a learner that has not seen them. One seed is enough for that: it takes less
 * time, and the confidences are nearer to the truth.
 */
function judge<W extends Weights>(
  kind: Kind<W>,
  corpus: Corpus,
  bags: Bags,
  options: LearningOptions,
): Sums[] {
  const { learnt, unseen } = divide(corpus);
  const once = { ...options, seeds: options.seeds.slice(0, 1) };
  return sumsOf(kind, learn(kind, lessonsOf(corpus, bags), learnt, once), bags, unseen);
}

/** The rows that are kept back to set the confidences, and the others. */
export function divide(corpus: Corpus): { learnt: number[]; unseen: number[] } {
  const run = Math.max(1, Math.min(LONGEST_RUN, Math.ceil(corpus.size / (4 * PARTS))));
  const isUnseen = (row: number): boolean => Math.floor(row / run) % PARTS === 0;
  const all = allRows(corpus);
  return { learnt: all.filter((row) => !isUnseen(row)), unseen: all.filter(isUnseen) };
}
