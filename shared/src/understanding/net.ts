import { ACT_IDS } from './acts';

const ACTS = ACT_IDS.length;

/** Neurons of the layer between the features and the acts. */
export const NEURONS = 64;

/** The sums of all acts, from how far each neuron is excited; one below zero is silent. `outs` has all acts neuron by neuron. */
export function netSums(
  excited: ArrayLike<number>,
  outs: ArrayLike<number>,
  biases: ArrayLike<number>,
): Float64Array {
  const sums = Float64Array.from(biases);
  for (let neuron = 0; neuron < NEURONS; neuron++) {
    const level = excited[neuron] ?? 0;
    if (level <= 0) continue;
    const at = neuron * ACTS;
    for (let act = 0; act < ACTS; act++) sums[act] = (sums[act] ?? 0) + (outs[at + act] ?? 0) * level;
  }
  return sums;
}
