import { ACT_IDS, type Act } from './acts';
import { toBase64 } from './base64';
import { fitPlatt, fitThreshold, type Scored, sigmoid } from './calibrate';
import { buildCorpus, type Example } from './examples';
import type { LabelledReply } from './labelled-reply';
import { addSums, type Linear, type LinearOptions, trainLinear } from './linear';
import { type ActUnit, MODEL_VERSION, type Model, modelHash } from './model';

const ACTS = ACT_IDS.length;
const LEARNING: LinearOptions = { epochs: 10, rate: 1, decay: 1e-3, seed: 20260513 };

/** Rows are left out in runs, not one by one: neighbours were written in one breath and resemble each other. */
const FOLDS = 4;
const RUN = 20;

const USUAL_THRESHOLD = 0.3;
/** These end a rehearsal at once; they are only said when hardly any mistake was seen. */
const SEVERE: ReadonlyMap<Act, number> = new Map([
  ['offplatform', 0.98],
  ['leak', 0.98],
]);

/** Learns the dialogue acts from labelled replies. Pure: the same rows give the same bytes. */
export function trainModel(replies: readonly LabelledReply[]): Model {
  const { examples, keys, counts } = buildCorpus(replies);
  const unseen = unseenSums(examples, keys.length);
  const { weights, biases } = trainLinear(examples, keys.length, LEARNING);
  const units = ACT_IDS.map((act, index): ActUnit => {
    const scored = examples.map(
      ({ labels }, row): Scored => ({ sum: unseen[row]?.[index] ?? 0, label: labels[index] ?? 0 }),
    );
    const { slope, offset } = fitPlatt(scored);
    const severe = SEVERE.get(act);
    const threshold = fitThreshold(
      scored.map(({ sum, label }) => ({ p: sigmoid(slope * sum + offset), label })),
      severe === undefined ? { prior: USUAL_THRESHOLD } : { prior: 0.5, minPrecision: severe },
    );
    const scale = largest(weights, index) / 127 || 1e-6;
    return {
      act,
      bias: biases[index] ?? 0,
      scale,
      slope,
      offset,
      threshold: Math.min(1, Math.max(0, threshold)),
    };
  });
  const content = {
    version: MODEL_VERSION,
    rows: replies.length,
    units,
    keys: toBase64(littleEndian(keys)),
    weights: toBase64(quantise(weights, units)),
    frequency: toBase64(Uint8Array.from(counts, (count) => Math.min(255, Math.round(16 * Math.log2(count))))),
  } as const;
  return { ...content, hash: modelHash(content) };
}

/** For every row the sums of a model that has not seen it. */
function unseenSums(examples: readonly Example[], features: number): Float32Array[] {
  const sums = examples.map(() => new Float32Array(ACTS));
  const foldOf = (row: number): number => Math.floor(row / RUN) % FOLDS;
  for (let fold = 0; fold < FOLDS; fold++) {
    const model: Linear = trainLinear(
      examples.filter((_, row) => foldOf(row) !== fold),
      features,
      LEARNING,
    );
    examples.forEach((example, row) => {
      const into = sums[row];
      if (into && foldOf(row) === fold) addSums(model.weights, model.biases, example, into);
    });
  }
  return sums;
}

function largest(weights: Float32Array, act: number): number {
  let most = 0;
  for (let i = act; i < weights.length; i += ACTS) most = Math.max(most, Math.abs(weights[i] ?? 0));
  return most;
}

function quantise(weights: Float32Array, units: readonly ActUnit[]): Uint8Array {
  const bytes = new Int8Array(weights.length);
  for (let i = 0; i < weights.length; i++) {
    bytes[i] = Math.round((weights[i] ?? 0) / (units[i % ACTS]?.scale ?? 1));
  }
  return new Uint8Array(bytes.buffer);
}

function littleEndian(words: Uint32Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(words.length * 4));
  words.forEach((word, i) => {
    view.setUint32(i * 4, word, true);
  });
  return new Uint8Array(view.buffer);
}
