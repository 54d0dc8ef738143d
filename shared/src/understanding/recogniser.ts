import { ACT_IDS, type Act } from './acts';
import { fromBase64 } from './base64';
import { logit, sigmoid } from './calibrate';
import { FAMILY } from './families';
import { mix } from './feature-hash';
import { createFeatureTable } from './feature-table';
import type { Model } from './model';
import { netSums } from './net';
import { poolAct } from './pooled';
import { type Reading, readReply } from './reading';
import { reasonsFrom } from './reasons';
import { createSumming } from './reply-sums';
import { ACT_STEPS, NEURON_STEPS } from './steps';
import { readSteps } from './steps-text';
import type { ActHit, Reason } from './understood';

export type Recogniser = {
  /** The model's hash, kept with every result. */
  readonly hash: string;
  readonly recognise: (text: string, context?: string) => ActHit[];
  /** How likely each act is, and from which probability on it is said. */
  readonly probabilities: (
    text: string,
    context?: string,
  ) => { readonly act: Act; readonly probability: number; readonly threshold: number }[];
  /** The words that spoke for or against an act, strongest first. */
  readonly explain: (text: string, context: string | undefined, act: Act) => Reason[];
  /** How telling a character n-gram (1–4 characters of normalised text) is in service talk; rare ones more. */
  readonly weightOfGram: (gram: string) => number;
};

/** What the net and the clauses say of a reply. */
type Heard = { readonly net: Float64Array; readonly clauses: readonly Float64Array[] };

/** A neighbouring clause belongs to the span when it speaks for the act at least this much of the best clause. */
const ALSO = 0.6;

/** More than sums differ by the order in which they are made. */
const ROUNDING = 0.01;

export function createRecogniser(model: Model): Recogniser {
  const keys = new Uint32Array(bytesOf(model.keys).buffer);
  const table = createFeatureTable(
    keys,
    readSteps(model.actSteps, ACT_STEPS),
    readSteps(model.neuronSteps, NEURON_STEPS),
  );
  const { sumUp, weighed } = createSumming(table, model.units, model.neurons);
  const netBiases = Float64Array.from(model.units, ({ netBias }) => netBias);
  const outs = Float64Array.from(model.neurons.flatMap((neuron) => neuron.outs));
  /** With smaller sums than these the acts are not said. */
  const least = model.units.map(
    ({ threshold, slope, offset }) => (logit(threshold) - offset) / slope - ROUNDING,
  );
  const frequency = bytesOf(model.frequency);

  const hear = (reading: Reading, context: string): Heard => {
    const { excited, clauses } = sumUp(reading, context);
    return { net: netSums(excited, outs, netBiases), clauses };
  };

  /** How likely an act is; 0 where the sum that makes it likely is less than `least`. Of nothing, nothing is likely. */
  const judge = ({ net, clauses }: Heard, act: number, least = Number.NEGATIVE_INFINITY): number => {
    const unit = model.units[act];
    if (!unit || clauses.length === 1) return 0;
    const { bias, netShare, slope, offset } = unit;
    const byNet = netShare * (net[act] ?? 0);
    const byClauses = poolAct(clauses, act, bias, (least - byNet) / (1 - netShare));
    return sigmoid(slope * (byNet + (1 - netShare) * byClauses) + offset);
  };

  const recognise = (text: string, context = ''): ActHit[] => {
    const reading = readReply(text);
    const heard = hear(reading, context);
    const hits: ActHit[] = [];
    model.units.forEach(({ act, threshold }, index) => {
      const confidence = judge(heard, index, least[index]);
      if (confidence === 0 || confidence < threshold) return;
      const scores = reading.segments.map((_, at) => heard.clauses[at + 1]?.[index] ?? 0);
      hits.push({ act, confidence, ...spanOf(reading, scores, text.length) });
    });
    return hits;
  };

  const probabilities: Recogniser['probabilities'] = (text, context = '') => {
    const heard = hear(readReply(text), context);
    return model.units.map(({ act, threshold }, index) => ({
      act,
      probability: judge(heard, index),
      threshold,
    }));
  };

  const explain = (text: string, context = '', act: Act): Reason[] => {
    const reading = readReply(text);
    const shares = new Float64Array(reading.normal.text.length);
    for (const { weight, start, end } of weighed(reading, context, ACT_IDS.indexOf(act))) {
      const share = weight / (end - start);
      for (let at = start; at < end; at++) shares[at] = (shares[at] ?? 0) + share;
    }
    return reasonsFrom(shares, reading.normal, text);
  };

  /** By the byte that says how frequent a gram is. */
  const weights = Float64Array.from({ length: 256 }, (_, byte) =>
    Math.log((model.rows + 1) / 2 ** (byte / 16)),
  );
  const weightOfGram = (gram: string): number => {
    let key = 1;
    for (let i = 0; i < gram.length; i++) key = mix(key, gram.charCodeAt(i));
    const row = table.find(mix(key, FAMILY.gram1 + gram.length) >>> 0);
    return weights[row < 0 ? 0 : (frequency[row] ?? 0)] ?? 0;
  };

  return { hash: model.hash, recognise, probabilities, explain, weightOfGram };
}

/** A copy, since the typed views need aligned bytes of their own. */
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(fromBase64(text));

/** The clauses that speak for the act most; the whole text when no clause does. */
function spanOf(
  { segments, normal }: Reading,
  scores: readonly number[],
  length: number,
): { start: number; end: number } {
  const most = Math.max(...scores);
  const best = scores.indexOf(most);
  if (most <= 0) return { start: 0, end: length };
  let first = best;
  let last = best;
  while (first > 0 && (scores[first - 1] ?? 0) >= ALSO * most) first--;
  while (last + 1 < segments.length && (scores[last + 1] ?? 0) >= ALSO * most) last++;
  const from = segments[first]?.start ?? 0;
  const to = segments[last]?.end ?? 0;
  return { start: normal.starts[from] ?? 0, end: normal.ends[to - 1] ?? length };
}
