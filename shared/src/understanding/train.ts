import { ACT_IDS, type Act, isRedLine } from './acts';
import { commonThreshold, fitPlatt, fitThreshold, type Judgement, sigmoid } from './calibrate';
import { buildCorpus, type Corpus, NOT_TAUGHT } from './examples';
import type { LabelledReply } from './labelled-reply';
import type { Linear } from './learn-clauses';
import type { Net } from './learn-net';
import { divide, learnClauses, learnRest, type Rest } from './learn-parts';
import type { ActUnit, Model, Neuron } from './model';
import { NEURONS } from './net';
import { largestWeight, neuronScale, packModel } from './packing';

const ACTS = ACT_IDS.length;

/**
 * How much the net counts beside the clauses. What breaches a red line is often said in words that are harmless alone, and the
 * net hears them together.
 */
const netShare = (act: Act): number => (isRedLine(act) ? 0.65 : 0.5);

/** Learns the dialogue acts from labelled replies. Pure: the same rows give the same bytes. */
export function trainModel(replies: readonly LabelledReply[]): Model {
  const corpus = buildCorpus(replies);
  return assembleModel(corpus, learnClauses(corpus), learnRest(corpus));
}

/** Puts the work of both learners together, with the confidences and thresholds of all acts. */
export function assembleModel(corpus: Corpus, clauses: Linear, { net, unseen: sums }: Rest): Model {
  const { unseen } = divide(corpus);
  const calibrated = ACT_IDS.map((id, act) => {
    const share = netShare(id);
    return calibrate(
      unseen
        .map((row, i) => ({
          sum: share * (sums.net[i]?.[act] ?? 0) + (1 - share) * (sums.clauses[i]?.[act] ?? 0),
          label: corpus.labels[row * ACTS + act] ?? 0,
        }))
        .filter(({ label }) => label !== NOT_TAUGHT),
    );
  });
  const common = commonThreshold(calibrated.map(({ judgements }) => judgements));
  const units = calibrated.map(({ slope, offset, judgements }, index): ActUnit => {
    const act = ACT_IDS[index] ?? 'greet';
    const threshold = fitThreshold(judgements, common);
    return {
      act,
      bias: clauses.biases[index] ?? 0,
      scale: largestWeight(clauses.weights, index),
      netBias: net.biases[index] ?? 0,
      netShare: netShare(act),
      ...{ slope, offset },
      threshold: Math.min(1, Math.max(0, threshold)),
    };
  });
  return packModel(
    corpus,
    { units, neurons: neuronsOf(net) },
    { clauses: clauses.weights, embedding: net.embedding },
  );
}

const neuronsOf = ({ embedding, excitability, outs }: Net): Neuron[] =>
  Array.from({ length: NEURONS }, (_, neuron) => ({
    excitability: rounded(excitability[neuron] ?? 0),
    scale: neuronScale(embedding, neuron),
    outs: Array.from(outs.subarray(neuron * ACTS, (neuron + 1) * ACTS), rounded),
  }));

/** More digits would only cost room; zero is added since JSON knows no negative zero. */
const rounded = (value: number): number => Math.round(value * 1e4) / 1e4 + 0;

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
