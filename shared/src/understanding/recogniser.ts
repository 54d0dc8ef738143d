import { ACT_IDS, type Act } from './acts';
import { fromBase64 } from './base64';
import { logit, sigmoid } from './calibrate';
import { FAMILY } from './families';
import { mix } from './feature-hash';
import { createFeatureTable } from './feature-table';
import type { Model } from './model';
import { poolAct } from './pooled';
import { type Reading, readReply } from './reading';
import { reasonsFrom } from './reasons';
import { createSumming, type ReplySums } from './reply-sums';
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

/** A neighbouring clause belongs to the span when it speaks for the act at least this much of the best clause. */
const ALSO = 0.6;

/** More than sums differ by the order in which they are made. */
const ROUNDING = 0.01;

export function createRecogniser(model: Model): Recogniser {
  const keys = new Uint32Array(bytesOf(model.keys).buffer);
  const table = createFeatureTable(
    keys,
    new Int8Array(bytesOf(model.wholeWeights).buffer),
    new Int8Array(bytesOf(model.clauseWeights).buffer),
  );
  const { sumUp, weighed } = createSumming(table, model.units);
  /** With smaller sums than these the acts are not said. */
  const least = model.units.map(
    ({ threshold, slope, offset }) => (2 * (logit(threshold) - offset)) / slope - ROUNDING,
  );
  const frequency = bytesOf(model.frequency);

  /** How likely an act is; 0 where the sum that makes it likely is less than `least`. Of nothing, nothing is likely. */
  const judge = ({ whole, clause }: ReplySums, act: number, least = Number.NEGATIVE_INFINITY): number => {
    const unit = model.units[act];
    if (!unit || clause.length === 1) return 0;
    const { bias } = unit.whole;
    let others = bias;
    for (const sums of whole) others += sums[act] ?? 0;
    let sum = bias + Math.fround(poolAct(clause, act, unit.clause.bias, least - others));
    for (const sums of whole) sum += sums[act] ?? 0;
    return sigmoid((unit.slope * sum) / 2 + unit.offset);
  };

  const recognise = (text: string, context = ''): ActHit[] => {
    const reading = readReply(text);
    const sums = sumUp(reading, context);
    const hits: ActHit[] = [];
    model.units.forEach(({ act, threshold }, index) => {
      const confidence = judge(sums, index, least[index]);
      if (confidence === 0 || confidence < threshold) return;
      const scores = reading.segments.map(
        (_, at) => (sums.whole[at + 1]?.[index] ?? 0) + (sums.clause[at + 1]?.[index] ?? 0),
      );
      hits.push({ act, confidence, ...spanOf(reading, scores, text.length) });
    });
    return hits;
  };

  const probabilities: Recogniser['probabilities'] = (text, context = '') => {
    const sums = sumUp(readReply(text), context);
    return model.units.map(({ act, threshold }, index) => ({
      act,
      probability: judge(sums, index),
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
