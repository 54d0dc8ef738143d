import { ACT_IDS } from './acts';
import { commonThreshold, fitPlatt, fitThreshold, type Judgement, sigmoid } from './calibrate';
import { buildCorpus, type Corpus, NOT_TAUGHT } from './examples';
import type { LabelledReply } from './labelled-reply';
import { descend, type Learner, type LearningOptions, type Weights } from './learning';
import { LINEAR } from './linear';
import type { ActUnit, Model } from './model';
import { largestWeight, packModel } from './packing';
import { POOLED } from './pooled';

const LEARNING: LearningOptions = {
  epochs: 6,
  rate: 1.4,
  decay: 2.5e-3,
  margin: 0.03,
  hidden: 0.3,
  seed: 20260513,
};

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

export const learnPart = (corpus: Corpus, part: Part): Learnt =>
  part === 'whole' ? learnBy(LINEAR, corpus) : learnBy(POOLED, corpus);

function learnBy<Scores>(learner: Learner<Scores>, { examples, keys }: Corpus): Learnt {
  const isUnseen = unseenIn(examples.length);
  const others = descend(
    learner,
    examples.filter((_, row) => !isUnseen(row)),
    keys.length,
    LEARNING,
  );
  const unseen = examples
    .filter((_, row) => isUnseen(row))
    .map((example) => learner.sums(learner.score(others, learner.bags(example)), others));
  return { ...descend(learner, examples, keys.length, LEARNING), unseen };
}

/** Tells of each row whether it is kept back to set the confidences. */
function unseenIn(rows: number): (row: number) => boolean {
  const run = Math.max(1, Math.min(LONGEST_RUN, Math.ceil(rows / (4 * PARTS))));
  return (row) => Math.floor(row / run) % PARTS === 0;
}

/** Puts the work of both learners together, with the confidences and thresholds of all acts. */
export function assembleModel(corpus: Corpus, { whole, clause }: Readonly<Record<Part, Learnt>>): Model {
  const { examples } = corpus;
  const isUnseen = unseenIn(examples.length);
  const labels = examples.filter((_, row) => isUnseen(row)).map((example) => example.labels);
  const calibrated = ACT_IDS.map((_, act) =>
    calibrate(
      labels
        .map((those, row) => ({
          sum: ((whole.unseen[row]?.[act] ?? 0) + (clause.unseen[row]?.[act] ?? 0)) / 2,
          label: those[act] ?? 0,
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
