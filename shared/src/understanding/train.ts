import { ACT_IDS } from './acts';
import { commonThreshold, fitPlatt, fitThreshold, type Judgement, sigmoid } from './calibrate';
import { buildCorpus, type Corpus, NOT_TAUGHT } from './examples';
import type { LabelledReply } from './labelled-reply';
import { type LearningOptions, learn, sumsOf, type Weights } from './learning';
import type { ActUnit, Model } from './model';
import { largestWeight, packModel } from './packing';

const LEARNING: LearningOptions = {
  epochs: 10,
  rate: 1.4,
  decay: 2.5e-3,
  margin: 0.03,
  hidden: 0.3,
  seeds: [20260513, 20260514],
};

/** Once is enough where only confidences come of it: a fifth of the time less, and they are nearer to the truth. */
const JUDGING: LearningOptions = { ...LEARNING, seeds: LEARNING.seeds.slice(0, 1) };

/**
 * One part in three sets the confidences: learners that have not seen it judge it. It is left out in long runs, not row
 * by row, since what one person wrote in one sitting resembles itself.
 */
const PARTS = 3;
const LONGEST_RUN = 100;

/** The two learners. Neither needs the other, so each may have a thread of its own. */
export type Part = 'whole' | 'clause';

/** What a learner has made of a corpus: its weights, and its sums for the rows that set the confidences. */
export type Learnt = Weights & { readonly unseen: Float32Array[] };

/** Learns the dialogue acts from labelled replies. Pure: the same rows give the same bytes. */
export function trainModel(replies: readonly LabelledReply[]): Model {
  const corpus = buildCorpus(replies);
  return assembleModel(corpus, {
    whole: learnPart(corpus, 'whole'),
    clause: learnPart(corpus, 'clause'),
  });
}

export function learnPart({ size, whole, clauses, labels, keys }: Corpus, part: Part): Learnt {
  const bags = part === 'whole' ? whole : clauses;
  const lessons = { bags, labels, features: keys.length };
  const { learnt, unseen } = divide(size);
  return {
    ...learn(lessons, [...learnt, ...unseen], LEARNING),
    unseen: sumsOf(learn(lessons, learnt, JUDGING), bags, unseen),
  };
}

/** The rows that are kept back to set the confidences, and the others. */
function divide(rows: number): { learnt: number[]; unseen: number[] } {
  const run = Math.max(1, Math.min(LONGEST_RUN, Math.ceil(rows / (4 * PARTS))));
  const all = Array.from({ length: rows }, (_, row) => row);
  const isUnseen = (row: number): boolean => Math.floor(row / run) % PARTS === 0;
  return { learnt: all.filter((row) => !isUnseen(row)), unseen: all.filter(isUnseen) };
}

/** Puts the work of both learners together, with the confidences and thresholds of all acts. */
export function assembleModel(corpus: Corpus, { whole, clause }: Readonly<Record<Part, Learnt>>): Model {
  const { unseen } = divide(corpus.size);
  const calibrated = ACT_IDS.map((_, act) =>
    calibrate(
      unseen
        .map((row, i) => ({
          sum: ((whole.unseen[i]?.[act] ?? 0) + (clause.unseen[i]?.[act] ?? 0)) / 2,
          label: corpus.labels[row * ACT_IDS.length + act] ?? 0,
        }))
        .filter(({ label }) => label !== NOT_TAUGHT),
    ),
  );
  const common = commonThreshold(calibrated.map(({ judgements }) => judgements));
  const units = calibrated.map(({ slope, offset, judgements }, index): ActUnit => {
    const act = ACT_IDS[index] ?? 'greet';
    const threshold = fitThreshold(judgements, common);
    const part = (learnt: Learnt) => ({
      bias: learnt.biases[index] ?? 0,
      scale: largestWeight(learnt.weights, index),
    });
    return {
      ...{ act, whole: part(whole), clause: part(clause), slope, offset },
      threshold: Math.min(1, Math.max(0, threshold)),
    };
  });
  return packModel(corpus, units, { whole: whole.weights, clause: clause.weights });
}

function calibrate(scored: readonly { sum: number; label: number }[]): {
  slope: number;
  offset: number;
  judgements: Judgement[];
} {
  const { slope, offset } = fitPlatt(scored);
  return {
    slope,
    offset,
    judgements: scored.map(({ sum, label }) => ({ p: sigmoid(slope * sum + offset), label })),
  };
}
