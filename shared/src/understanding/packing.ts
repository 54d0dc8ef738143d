import { ACT_IDS } from './acts';
import { toBase64 } from './base64';
import type { Corpus } from './examples';
import { MODEL_VERSION, type Model, modelHash } from './model';
import { NEURONS } from './net';
import { ACT_STEPS, NEURON_STEPS, type Steps } from './steps';
import { writeSteps } from './steps-text';

const ACTS = ACT_IDS.length;

/** What is weighed feature by feature. */
type Weighed = { readonly clauses: Float32Array; readonly embedding: Float32Array };

/** Makes a model to be stored: weights in steps, features that say nothing left out. */
export function packModel(
  { size, keys, counts }: Corpus,
  { units, neurons }: Pick<Model, 'units' | 'neurons'>,
  { clauses, embedding }: Weighed,
): Model {
  const ofActs = quantise(clauses, ACT_STEPS, scalesOf(units));
  const ofNeurons = quantise(embedding, NEURON_STEPS, scalesOf(neurons));
  const kept = Array.from(keys.keys()).filter(
    (row) => isTelling(ofActs, row, ACTS) || isTelling(ofNeurons, row, NEURONS),
  );
  const content: Omit<Model, 'hash'> = {
    version: MODEL_VERSION,
    rows: size,
    ...{ units, neurons },
    keys: toBase64(littleEndian(kept.map((row) => keys[row] ?? 0))),
    actSteps: writeSteps(pick(ofActs, kept, ACTS), ACT_STEPS),
    neuronSteps: writeSteps(pick(ofNeurons, kept, NEURONS), NEURON_STEPS),
    frequency: toBase64(
      Uint8Array.from(kept, (row) => Math.min(255, Math.round(16 * Math.log2(counts[row] ?? 1)))),
    ),
  };
  return { ...content, hash: modelHash(content) };
}

/** An act's largest weight either way; never zero, since weights are stored as shares of it. */
export function largestWeight(weights: Float32Array, act: number): number {
  let most = 0;
  for (let i = act; i < weights.length; i += ACTS) most = Math.max(most, Math.abs(weights[i] ?? 0));
  return most || LEAST;
}

/** So many times the usual size of a neuron's weights is its greatest step: what is beyond is rare, and is cut off. */
const BEYOND_USUAL = 6;

/** What a neuron's greatest step is worth; never zero. */
export function neuronScale(embedding: Float32Array, neuron: number): number {
  let squares = 0;
  for (let i = neuron; i < embedding.length; i += NEURONS) squares += (embedding[i] ?? 0) ** 2;
  return BEYOND_USUAL * Math.sqrt(squares / (embedding.length / NEURONS || 1)) || LEAST;
}

const LEAST = 1e-6;

const scalesOf = (parts: readonly { readonly scale: number }[]): number[] => parts.map(({ scale }) => scale);

function quantise(weights: Float32Array, { nearest }: Steps, scales: readonly number[]): Int8Array {
  const steps = new Int8Array(weights.length);
  for (let i = 0; i < steps.length; i++) steps[i] = nearest(weights[i] ?? 0, scales[i % scales.length] ?? 1);
  return steps;
}

/** Whether a row of the table says anything; the others only cost room. */
const isTelling = (steps: Int8Array, row: number, width: number): boolean =>
  steps.subarray(row * width, (row + 1) * width).some((step) => step !== 0);

function pick(steps: Int8Array, rows: readonly number[], width: number): Int8Array {
  const picked = new Int8Array(rows.length * width);
  rows.forEach((row, i) => {
    picked.set(steps.subarray(row * width, (row + 1) * width), i * width);
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
