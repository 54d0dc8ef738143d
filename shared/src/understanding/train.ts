import { ACT_IDS, type Act } from './acts';
import { toBase64 } from './base64';
import { commonThreshold, fitPlatt, fitThreshold, type Judgement, sigmoid } from './calibrate';
import { buildCorpus, type Example } from './examples';
import type { LabelledReply } from './labelled-reply';
import { descend, type LearningOptions, type Weights } from './learning';
import { LINEAR, linearSums } from './linear';
import { type ActUnit, MODEL_VERSION, type Model, modelHash } from './model';
import { POOLED, pooledSums } from './pooled';
import { stepOf } from './steps';

const ACTS = ACT_IDS.length;
const LEARNING: LearningOptions = {
  epochs: 9,
  rate: 1.4,
  decay: 2e-3,
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

/** These end a rehearsal at once; they are only said where hardly any mistake was seen. */
const SEVERE: ReadonlyMap<Act, number> = new Map([
  ['offplatform', 0.98],
  ['leak', 0.98],
]);

type Unseen = { readonly labels: Uint8Array; readonly sums: Float32Array };
type Learnt = { readonly whole: Weights; readonly clause: Weights };

/** Learns the dialogue acts from labelled replies. Pure: the same rows give the same bytes. */
export function trainModel(replies: readonly LabelledReply[]): Model {
  const { examples, keys, counts } = buildCorpus(replies);
  const unseen = judgeUnseen(examples, keys.length);
  const learnt = learn(examples, keys.length);
  const calibrated = ACT_IDS.map((_, act) => calibrate(unseen, act));
  const common = commonThreshold(calibrated.map(({ judgements }) => judgements));
  const units = ACT_IDS.map((act, index): ActUnit => {
    const { slope, offset, judgements } = calibrated[index] ?? { slope: 1, offset: 0, judgements: [] };
    const threshold = fitThreshold(judgements, common, SEVERE.get(act) ?? 0);
    return {
      act,
      whole: part(learnt.whole, index),
      clause: part(learnt.clause, index),
      slope,
      offset,
      threshold: Math.min(1, Math.max(0, threshold)),
    };
  });
  const wholeBytes = quantise(
    learnt.whole.weights,
    units.map(({ whole }) => whole.scale),
  );
  const clauseBytes = quantise(
    learnt.clause.weights,
    units.map(({ clause }) => clause.scale),
  );
  const kept = telling(wholeBytes, clauseBytes);
  const content = {
    version: MODEL_VERSION,
    rows: replies.length,
    units,
    keys: toBase64(littleEndian(kept.map((row) => keys[row] ?? 0))),
    wholeWeights: toBase64(pick(wholeBytes, kept)),
    clauseWeights: toBase64(pick(clauseBytes, kept)),
    frequency: toBase64(
      Uint8Array.from(kept, (row) => Math.min(255, Math.round(16 * Math.log2(counts[row] ?? 1)))),
    ),
  } as const;
  return { ...content, hash: modelHash(content) };
}

const learn = (examples: readonly Example[], features: number): Learnt => ({
  whole: descend(LINEAR, examples, features, LEARNING),
  clause: descend(POOLED, examples, features, LEARNING),
});

/** Rows on which the confidences are set, and their mean sums by learners that have not seen them. */
function judgeUnseen(examples: readonly Example[], features: number): Unseen[] {
  const run = Math.max(1, Math.min(LONGEST_RUN, Math.ceil(examples.length / (4 * PARTS))));
  const isUnseen = (row: number): boolean => Math.floor(row / run) % PARTS === 0;
  const learnt = learn(
    examples.filter((_, row) => !isUnseen(row)),
    features,
  );
  return examples
    .filter((_, row) => isUnseen(row))
    .map((example) => {
      const pooled = pooledSums(learnt.clause, example);
      const sums = linearSums(learnt.whole, example).map((sum, act) => (sum + (pooled[act] ?? 0)) / 2);
      return { labels: example.labels, sums };
    });
}

function calibrate(
  unseen: readonly Unseen[],
  act: number,
): { slope: number; offset: number; judgements: Judgement[] } {
  const scored = unseen.map(({ labels, sums }) => ({ sum: sums[act] ?? 0, label: labels[act] ?? 0 }));
  const { slope, offset } = fitPlatt(scored);
  return {
    slope,
    offset,
    judgements: scored.map(({ sum, label }) => ({ p: sigmoid(slope * sum + offset), label })),
  };
}

function part({ weights, biases }: Weights, act: number): ActUnit['whole'] {
  let most = 0;
  for (let i = act; i < weights.length; i += ACTS) most = Math.max(most, Math.abs(weights[i] ?? 0));
  return { bias: biases[act] ?? 0, scale: most || 1e-6 };
}

function quantise(weights: Float32Array, scales: readonly number[]): Int8Array {
  return Int8Array.from(weights, (weight, i) => stepOf(weight, scales[i % ACTS] ?? 1));
}

/** Rows of the table that say anything; the others only cost room. */
function telling(whole: Int8Array, clause: Int8Array): number[] {
  const rows: number[] = [];
  for (let row = 0; row * ACTS < whole.length; row++) {
    let loudest = 0;
    for (let i = row * ACTS; i < (row + 1) * ACTS; i++) {
      loudest = Math.max(loudest, Math.abs(whole[i] ?? 0), Math.abs(clause[i] ?? 0));
    }
    if (loudest > 0) rows.push(row);
  }
  return rows;
}

function pick(bytes: Int8Array, rows: readonly number[]): Uint8Array {
  const picked = new Uint8Array(rows.length * ACTS);
  rows.forEach((row, i) => {
    picked.set(bytes.subarray(row * ACTS, (row + 1) * ACTS), i * ACTS);
  });
  return picked;
}

function littleEndian(words: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(words.length * 4));
  words.forEach((word, i) => {
    view.setUint32(i * 4, word, true);
  });
  return new Uint8Array(view.buffer);
}
