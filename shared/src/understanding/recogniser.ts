import { ACT_IDS, type Act } from './acts';
import { fromBase64 } from './base64';
import { sigmoid } from './calibrate';
import { valueNorm } from './examples';
import { FAMILY, FAMILY_VALUES } from './families';
import { mix } from './feature-hash';
import { FeatureList } from './feature-list';
import { createFeatureTable, NEW_IN_CLAUSE, NEW_IN_REPLY, STRIDE, type Sums } from './feature-table';
import { listFeatures, type Reading, readReply } from './features';
import type { Model } from './model';
import { pool } from './pooled';
import { reasonsFrom } from './reasons';
import { worthOf } from './steps';
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

const ACTS = ACT_IDS.length;
const COUNTER = 0x3fffffff;
/** A neighbouring clause belongs to the span when it speaks for the act at least this much of the best clause. */
const ALSO = 0.6;

export function createRecogniser(model: Model): Recogniser {
  const keys = new Uint32Array(bytesOf(model.keys).buffer);
  const wholeWeights = new Int8Array(bytesOf(model.wholeWeights).buffer);
  const clauseWeights = new Int8Array(bytesOf(model.clauseWeights).buffer);
  const table = createFeatureTable(keys, wholeWeights, clauseWeights);
  const frequency = bytesOf(model.frequency);
  const clauseBiases = Float64Array.from(model.units, ({ clause }) => clause.bias);

  // Numbers of the reply and clause at hand, by which the table knows a repeated feature; nothing else outlives a call.
  let replies = 0;
  let clauses = 0;

  const list = new FeatureList();
  let places = new Int32Array(0);

  /** Lists the features of a reply and looks up where they are kept: fetching all at once hides how far away memory is. */
  const look = (reading: Reading): void => {
    listFeatures(reading, list);
    if (places.length < list.length) places = new Int32Array(list.keys.length);
    for (let i = 0; i < list.length; i++) places[i] = table.find(list.keys[i] ?? 0);
  };

  /** Tells of each known feature the first time it is met in the reply or in a clause. */
  const visit = (reading: Reading, known: (place: number, i: number, fresh: number) => void): void => {
    look(reading);
    const first = clauses + 1;
    replies = (replies + 1) & COUNTER;
    clauses = (clauses + reading.segments.length + 1) & COUNTER;
    for (let i = 0; i < list.length; i++) {
      const place = places[i] ?? -1;
      if (place < 0) continue;
      const fresh = table.meet(place, replies, first + (list.clauses[i] ?? -1));
      if (fresh) known(place, i, fresh);
    }
  };

  /** Sums of both parts of the model, in real units; those of no clause come first. */
  const sumUp = (reading: Reading): { whole: Float64Array[]; clause: Float64Array[] } => {
    const parts = reading.segments.length + 1;
    const whole = new Float64Array(parts * STRIDE);
    const clause = new Float64Array(parts * STRIDE);
    const clauseSquares = new Float64Array(parts);
    let squares = 0;
    visit(reading, (place, i, fresh) => {
      const value = FAMILY_VALUES[list.families[i] ?? 0] ?? 0;
      const part = (list.clauses[i] ?? -1) + 1;
      const inWhole = (fresh & NEW_IN_REPLY) !== 0;
      const inClause = (fresh & NEW_IN_CLAUSE) !== 0;
      if (inWhole) squares += value * value;
      if (inClause) clauseSquares[part] = (clauseSquares[part] ?? 0) + value * value;
      table.add(place, value, part * STRIDE, inWhole ? whole : undefined, inClause ? clause : undefined);
    });
    const norm = valueNorm(squares);
    return {
      whole: inParts(whole, wholeScales, () => norm),
      clause: inParts(clause, clauseScales, (part) => valueNorm(clauseSquares[part] ?? 0)),
    };
  };
  const wholeScales = Float64Array.from(model.units, ({ whole }) => whole.scale);
  const clauseScales = Float64Array.from(model.units, ({ clause }) => clause.scale);

  /** The sums of a reply by clause, and what they make of each act; of nothing, nothing is likely. */
  const judge = (reading: Reading) => {
    const { whole, clause } = sumUp(reading);
    const pooled = pool(clause, clauseBiases);
    const blank = reading.segments.length === 0;
    const probabilities = model.units.map(({ act, whole: { bias }, slope, offset, threshold }, index) => {
      let sum = bias + (pooled[index] ?? 0);
      for (const sums of whole) sum += sums[index] ?? 0;
      return { act, probability: blank ? 0 : sigmoid((slope * sum) / 2 + offset), threshold };
    });
    return { whole, clause, probabilities };
  };

  const recognise = (text: string, context?: string): ActHit[] => {
    const reading = readReply(text, context);
    const { whole, clause, probabilities } = judge(reading);
    return probabilities.flatMap(({ act, probability, threshold }, index): ActHit[] => {
      if (probability === 0 || probability < threshold) return [];
      const scores = reading.segments.map(
        (_, at) => (whole[at + 1]?.[index] ?? 0) + (clause[at + 1]?.[index] ?? 0),
      );
      return [{ act, confidence: probability, ...spanOf(reading, scores, text.length) }];
    });
  };

  const probabilities: Recogniser['probabilities'] = (text, context) =>
    judge(readReply(text, context)).probabilities;

  const explain = (text: string, context: string | undefined, act: Act): Reason[] => {
    const reading = readReply(text, context);
    const index = ACT_IDS.indexOf(act);
    const shares = new Float64Array(reading.normal.text.length);
    visit(reading, (place, i, fresh) => {
      const start = list.starts[i] ?? 0;
      const end = list.ends[i] ?? 0;
      if ((fresh & NEW_IN_REPLY) === 0 || end <= start || list.clauses[i] === -1) return;
      const row = table.rowAt(place);
      const weight =
        worthOf(wholeWeights[row * ACTS + index] ?? 0) * (wholeScales[index] ?? 0) +
        worthOf(clauseWeights[row * ACTS + index] ?? 0) * (clauseScales[index] ?? 0);
      const share = (weight * (FAMILY_VALUES[list.families[i] ?? 0] ?? 0)) / (end - start);
      for (let at = start; at < end; at++) shares[at] = (shares[at] ?? 0) + share;
    });
    return reasonsFrom(shares, reading.normal, text);
  };

  const weightOfGram = (gram: string): number => {
    let key = 1;
    for (let i = 0; i < gram.length; i++) key = mix(key, gram.charCodeAt(i));
    const place = table.find(mix(key, FAMILY.gram1 + gram.length) >>> 0);
    const count = place < 0 ? 1 : 2 ** ((frequency[table.rowAt(place)] ?? 0) / 16);
    return Math.log((model.rows + 1) / count);
  };

  return { hash: model.hash, recognise, probabilities, explain, weightOfGram };
}

/** The sums part by part, in real units. */
function inParts(sums: Sums, scales: Float64Array, normOf: (part: number) => number): Float64Array[] {
  return Array.from({ length: sums.length / STRIDE }, (_, part) => {
    const own = sums.subarray(part * STRIDE, part * STRIDE + ACTS);
    const norm = normOf(part);
    for (let act = 0; act < ACTS; act++) own[act] = (own[act] ?? 0) * norm * (scales[act] ?? 0);
    return own;
  });
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
