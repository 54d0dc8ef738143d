import { ACT_IDS } from './acts';
import { createFeatureSums, type FeatureSums, pairOf, worthsOf } from './feature-sums';
import { NEURONS } from './net';
import { ACT_STEPS, NEURON_STEPS, type Steps } from './steps';

/**
 * The model's features by their hashes. Recognising spends its time fetching from memory, so tables are small and the
 * weights of one feature lie together, those of the frequent features side by side.
 */
export type FeatureTable = {
  /** The feature's row among the model's keys, or -1. */
  readonly find: (key: number) => number;
  /** Marks a feature as met in a part of the reply whose parts are numbered from `first` on; tells where it was new. */
  readonly meet: (row: number, first: number, part: number) => number;
  /** Adds the feature's weights for all acts, or for all neurons, times a value in units. */
  readonly addToActs: (row: number, value: number) => void;
  readonly addToNeurons: (row: number, value: number) => void;
  readonly acts: FeatureSums;
  readonly neurons: FeatureSums;
  /** The worth of the feature's step for an act. */
  readonly actWorth: (row: number, act: number) => number;
  /** The worths of its steps for all neurons. */
  readonly neuronWorths: (row: number) => readonly number[];
};

/** Met before in the same clause; in another clause of the reply; or nowhere in it. */
export const KNOWN = 0;
export const NEW_IN_CLAUSE = 1;
export const NEW_IN_REPLY = 2;

const ACTS = ACT_IDS.length;

const [ACT_PAIRS, NEURON_PAIRS] = [Math.ceil(ACTS / 2), NEURONS / 2];

/** A feature's record in words: its key, the number of the part in which it was met last, and its steps, two in a byte. */
const [MET, FIRST_STEPS] = [1, 2];
const RECORD = FIRST_STEPS + Math.ceil((ACT_PAIRS + NEURON_PAIRS) / 4);
const firstNeurons = (row: number): number => 4 * (row * RECORD + FIRST_STEPS);
const firstActs = (row: number): number => firstNeurons(row) + NEURON_PAIRS;

const GOLDEN = 0x9e3779b1;
const FREE = -1;

export function createFeatureTable(keys: Uint32Array, acts: Int8Array, neurons: Int8Array): FeatureTable {
  let bits = 4;
  while (1 << bits < keys.length * 1.25) bits++;
  const mask = (1 << bits) - 1;
  const shift = 32 - bits;
  /** A slot: in its low bits the row, above them those of the key, by which most others are told apart without fetching theirs. */
  const slots = new Int32Array(1 << bits).fill(FREE);
  /** What belongs to a feature lies in one stretch: who looks up its key has fetched its weights as well. */
  const records = new Int32Array(RECORD * keys.length);
  const bytes = new Uint8Array(records.buffer);
  keys.forEach((key, row) => {
    records[row * RECORD] = key;
    let slot = Math.imul(key, GOLDEN) >>> shift;
    while (slots[slot] !== FREE) slot = (slot + 1) & mask;
    slots[slot] = (key & ~mask) | row;
    writePairs(bytes, firstActs(row), acts.subarray(row * ACTS, (row + 1) * ACTS), ACT_STEPS);
    writePairs(bytes, firstNeurons(row), neurons.subarray(row * NEURONS, (row + 1) * NEURONS), NEURON_STEPS);
  });
  const ofActs = createFeatureSums(bytes, ACT_PAIRS, ACT_STEPS);
  const ofNeurons = createFeatureSums(bytes, NEURON_PAIRS, NEURON_STEPS);
  return {
    find(key) {
      const wanted = key | 0;
      let slot = Math.imul(key, GOLDEN) >>> shift;
      for (;;) {
        const kept = slots[slot] ?? FREE;
        if (kept === FREE) return -1;
        if (((kept ^ key) & ~mask) === 0 && records[(kept & mask) * RECORD] === wanted) return kept & mask;
        slot = (slot + 1) & mask;
      }
    },
    meet(row, first, part) {
      const at = row * RECORD + MET;
      const before = records[at] ?? 0;
      records[at] = first + part;
      // Numbers may pass the end of the integers and begin anew.
      const since = (first + part - before) >>> 0;
      return since === 0 ? KNOWN : since <= part ? NEW_IN_CLAUSE : NEW_IN_REPLY;
    },
    addToActs: (row, value) => ofActs.add(firstActs(row), value),
    addToNeurons: (row, value) => ofNeurons.add(firstNeurons(row), value),
    acts: ofActs,
    neurons: ofNeurons,
    actWorth: (row, act) => worthsOf(bytes[firstActs(row) + (act >> 1)] ?? 0, ACT_STEPS)[act & 1] ?? 0,
    neuronWorths: (row) =>
      Array.from(bytes.subarray(firstNeurons(row), firstNeurons(row) + NEURON_PAIRS)).flatMap((pair) =>
        worthsOf(pair, NEURON_STEPS),
      ),
  };
}

function writePairs(bytes: Uint8Array, first: number, own: Int8Array, steps: Steps): void {
  for (let i = 0; i < own.length; i += 2) bytes[first + i / 2] = pairOf(own[i] ?? 0, own[i + 1] ?? 0, steps);
}
