import { ACT_IDS } from './acts';
import type { Kind } from './learning';
import { createLook } from './look';
import { NEURONS, netSums } from './net';

const ACTS = ACT_IDS.length;

/** Neurons of features, feature by feature, and acts of neurons, neuron by neuron. */
export type Net = {
  readonly embedding: Float32Array;
  readonly excitability: Float32Array;
  readonly outs: Float32Array;
  readonly biases: Float32Array;
};

/**
 * Learns what features mean together: neurons sum up those of the whole reply, and acts sum up the neurons above zero. It finds
 * more than sums of single features do where the same words are harmless alone, as those of the red lines mostly are.
 */
export const NET: Kind<Net> = {
  begin(features, random) {
    const embedding = new Float32Array(features * NEURONS);
    const outs = new Float32Array(NEURONS * ACTS);
    // Neurons must differ from the beginning, or all would learn the same.
    for (let i = 0; i < embedding.length; i++) embedding[i] = (random() - 0.5) * FIRST_EMBEDDING;
    for (let i = 0; i < outs.length; i++) outs[i] = (random() - 0.5) * FIRST_OUT;
    return {
      ...{ embedding, outs },
      excitability: new Float32Array(NEURONS).fill(FIRST_EXCITABILITY),
      biases: new Float32Array(ACTS),
    };
  },
  over(bags, { embedding, excitability, outs, biases }) {
    const look = createLook(bags, NEURONS);
    const excited = new Float64Array(NEURONS);
    const slopes = new Float64Array(NEURONS);
    return {
      at: look.at,
      score() {
        excited.set(excitability);
        look.addUp(embedding, 0, excited);
        return netSums(excited, outs, biases);
      },
      correct(errors, wrong, rate, decay) {
        for (let neuron = 0; neuron < NEURONS; neuron++) {
          slopes[neuron] = 0;
          const level = excited[neuron] ?? 0;
          if (level <= 0) continue;
          let slope = 0;
          for (let j = 0; j < wrong.length; j++) {
            const act = wrong[j] ?? 0;
            const at = neuron * ACTS + act;
            const out = outs[at] ?? 0;
            const error = errors[act] ?? 0;
            slope += out * error;
            outs[at] = out - rate * OUT_RATE * error * level;
          }
          slopes[neuron] = rate * slope;
          excitability[neuron] = (excitability[neuron] ?? 0) - rate * EXCITABILITY_RATE * slope;
        }
        look.correct(embedding, 0, slopes, 1 - rate * decay);
      },
    };
  },
};

const FIRST_EMBEDDING = 0.02;
const FIRST_OUT = 2 / Math.sqrt(NEURONS);
const FIRST_EXCITABILITY = 0.1;

/** What every row teaches changes less at each than what few do. */
const OUT_RATE = 0.03;
const EXCITABILITY_RATE = 0.01;
