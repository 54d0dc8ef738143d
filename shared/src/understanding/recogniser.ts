import { ACT_IDS, type Act } from './acts';
import { fromBase64 } from './base64';
import { sigmoid } from './calibrate';
import { valueNorm } from './examples';
import { FAMILY, FAMILY_VALUES } from './families';
import { mix } from './feature-hash';
import { extractFeatures, type Features } from './features';
import { createKeyTable } from './key-table';
import type { Model } from './model';
import { normalise } from './normalise';
import type { ActHit, Reason } from './understood';

export type Recogniser = {
  /** The model's hash, kept with every result. */
  readonly hash: string;
  readonly recognise: (text: string, context?: string) => ActHit[];
  /** The words that decided for or against an act, strongest first. */
  readonly explain: (text: string, context: string | undefined, act: Act) => Reason[];
  /** How telling a character n-gram (1–5 characters of normalised text) is in service talk; rare ones more. */
  readonly weightOfGram: (gram: string) => number;
};

const ACTS = ACT_IDS.length;
const REASONS = 6;
/** A neighbouring clause belongs to the span when it speaks for the act at least this much of the best clause. */
const ALSO = 0.6;

export function createRecogniser(model: Model): Recogniser {
  const keys = new Uint32Array(bytesOf(model.keys).buffer);
  const weights = new Int8Array(bytesOf(model.weights).buffer);
  const frequency = bytesOf(model.frequency);
  const table = createKeyTable(keys);
  const scales = Float64Array.from(model.units, ({ scale }) => scale);

  /** Weight-table row of every feature, -1 for unknown and repeated ones, and the value that all share. */
  const look = (features: Features): { rows: Int32Array; norm: number } => {
    const { keys: found, families } = features;
    const rows = new Int32Array(found.length);
    const seen = new Set<number>();
    let squares = 0;
    for (let i = 0; i < found.length; i++) {
      const row = table.find(found[i] ?? 0);
      const fresh = row >= 0 && !seen.has(row);
      rows[i] = fresh ? row : -1;
      if (!fresh) continue;
      seen.add(row);
      squares += (FAMILY_VALUES[families[i] ?? 0] ?? 0) ** 2;
    }
    return { rows, norm: valueNorm(squares) };
  };

  const recognise = (text: string, context?: string): ActHit[] => {
    const features = extractFeatures(text, context);
    if (features.text.trim() === '') return [];
    const { rows, norm } = look(features);
    const width = features.segments.length + 1;
    const sums = new Float64Array(width * ACTS);
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] ?? -1;
      if (row < 0) continue;
      const value = FAMILY_VALUES[features.families[i] ?? 0] ?? 0;
      const into = ((features.clauses[i] ?? -1) + 1) * ACTS;
      const from = row * ACTS;
      for (let act = 0; act < ACTS; act++)
        sums[into + act] = (sums[into + act] ?? 0) + (weights[from + act] ?? 0) * value;
    }
    const hits: ActHit[] = [];
    let normal: ReturnType<typeof normalise> | undefined;
    model.units.forEach(({ act, bias, slope, offset, threshold }, index) => {
      let sum = 0;
      for (let part = 0; part < width; part++) sum += sums[part * ACTS + index] ?? 0;
      const confidence = sigmoid(slope * (sum * norm * (scales[index] ?? 0) + bias) + offset);
      if (confidence < threshold) return;
      normal ??= normalise(text);
      hits.push({ act, confidence, ...spanOf(features, sums, index, normal, text.length) });
    });
    return hits;
  };

  const explain = (text: string, context: string | undefined, act: Act): Reason[] => {
    const features = extractFeatures(text, context);
    const { rows, norm } = look(features);
    const normal = normalise(text);
    const index = ACT_IDS.indexOf(act);
    const byWords = new Map<string, number>();
    rows.forEach((row, i) => {
      const end = features.ends[i] ?? 0;
      if (row < 0 || end === 0 || features.clauses[i] === -1) return;
      const start = features.starts[i] ?? 0;
      const words = text.slice(normal.starts[start] ?? 0, normal.ends[end - 1] ?? 0);
      const value = FAMILY_VALUES[features.families[i] ?? 0] ?? 0;
      const weight = (weights[row * ACTS + index] ?? 0) * value * norm * (scales[index] ?? 0);
      byWords.set(words, (byWords.get(words) ?? 0) + weight);
    });
    return [...byWords]
      .map(([words, weight]) => ({ words, weight }))
      .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.words < b.words ? -1 : 1))
      .slice(0, REASONS);
  };

  const weightOfGram = (gram: string): number => {
    let key = 1;
    for (let i = 0; i < gram.length; i++) key = mix(key, gram.charCodeAt(i));
    const row = table.find(mix(key, FAMILY.gram1 + gram.length) >>> 0);
    const count = row < 0 ? 1 : 2 ** ((frequency[row] ?? 0) / 16);
    return Math.log((model.rows + 1) / count);
  };

  return { hash: model.hash, recognise, explain, weightOfGram };
}

/** A copy, since the typed views need aligned bytes of their own. */
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(fromBase64(text));

function spanOf(
  { segments }: Features,
  sums: Float64Array,
  act: number,
  { starts, ends }: ReturnType<typeof normalise>,
  length: number,
): { start: number; end: number } {
  const scores = segments.map((_, index) => sums[(index + 1) * ACTS + act] ?? 0);
  const most = Math.max(...scores);
  const best = scores.indexOf(most);
  if (segments.length === 0 || most <= 0) return { start: 0, end: length };
  let first = best;
  let last = best;
  while (first > 0 && (scores[first - 1] ?? 0) >= ALSO * most) first--;
  while (last + 1 < segments.length && (scores[last + 1] ?? 0) >= ALSO * most) last++;
  const from = segments[first]?.start ?? 0;
  const to = segments[last]?.end ?? 0;
  return { start: starts[from] ?? 0, end: ends[to - 1] ?? length };
}
