import { ACT_IDS } from './acts';
import { toBase64 } from './base64';
import type { Corpus } from './examples';
import { type ActUnit, MODEL_VERSION, type Model, modelHash } from './model';
import { stepOf } from './steps';

const ACTS = ACT_IDS.length;

/** What the learners weigh, feature by feature and act by act. */
type Weighed = { readonly whole: Float32Array; readonly clause: Float32Array };

/** Makes a model to be stored: weights in steps, features that say nothing left out. */
export function packModel(
  { size, keys, counts }: Corpus,
  units: readonly ActUnit[],
  { whole, clause }: Weighed,
): Model {
  const wholeBytes = quantise(
    whole,
    units.map((unit) => unit.whole.scale),
  );
  const clauseBytes = quantise(
    clause,
    units.map((unit) => unit.clause.scale),
  );
  const kept = telling(wholeBytes, clauseBytes);
  const content: Omit<Model, 'hash'> = {
    version: MODEL_VERSION,
    rows: size,
    units: [...units],
    keys: toBase64(littleEndian(kept.map((row) => keys[row] ?? 0))),
    wholeWeights: toBase64(pick(wholeBytes, kept)),
    clauseWeights: toBase64(pick(clauseBytes, kept)),
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
  return most || 1e-6;
}

function quantise(weights: Float32Array, scales: readonly number[]): Int8Array {
  const steps = new Int8Array(weights.length);
  for (let i = 0; i < steps.length; i++) steps[i] = stepOf(weights[i] ?? 0, scales[i % ACTS] ?? 1);
  return steps;
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
