import { cueGrams, type Gram } from './cue-grams';
import { normalise } from './normalise';
import { type Segment, segment } from './segments';
import type { CueTeaching } from './teaching';
import type { CueHit } from './understood';

/** A cue ready to be looked for. */
export type PreparedCue = {
  readonly id: string;
  readonly words: readonly string[];
  readonly examples: readonly ReadonlyMap<string, number>[];
  readonly counterExamples: readonly ReadonlyMap<string, number>[];
};

type WeightOfGram = (gram: string) => number;

/** Similarity from which a cue counts as said; tuned on the taught cues of the tests. */
const ENOUGH = 0.5;
const WORD_CONFIDENCE = 0.95;
/** Windows of up to this many clauses are compared with an example, since people split one thought in several clauses. */
const WINDOW = 3;

export function prepareCue(
  id: string,
  { examples, words, not }: CueTeaching,
  weightOf: WeightOfGram,
): PreparedCue {
  const vectors = examples.map((example) => vectorOf(normalise(example).text, weightOf));
  return {
    id,
    words: words.map((word) => normalise(word).text).filter((word) => word !== ''),
    examples: vectors.map((vector) => emphasiseShared(vector, vectors)),
    counterExamples: not.map((example) => vectorOf(normalise(example).text, weightOf)),
  };
}

/** The cues a reply carries, each with the clauses that carry it. */
export function findCues(source: string, cues: readonly PreparedCue[], weightOf: WeightOfGram): CueHit[] {
  if (cues.length === 0) return [];
  const { text, starts, ends } = normalise(source);
  const windows = windowsOf(segment(text)).map((window) => ({
    ...window,
    vector: vectorOf(text.slice(window.start, window.end), weightOf),
  }));
  const toSource = ({ start, end }: Segment) => ({
    start: starts[start] ?? 0,
    end: ends[end - 1] ?? source.length,
  });
  return cues.flatMap((cue): CueHit[] => {
    for (const word of cue.words) {
      const start = text.indexOf(word);
      if (start >= 0) {
        return [
          { cue: cue.id, confidence: WORD_CONFIDENCE, ...toSource({ start, end: start + word.length }) },
        ];
      }
    }
    let best = { similarity: 0, start: 0, end: 0 };
    for (const window of windows) {
      const similarity = Math.max(...cue.examples.map((example) => similarityOf(example, window.vector)));
      const against = Math.max(
        0,
        ...cue.counterExamples.map((example) => similarityOf(example, window.vector)),
      );
      if (against >= similarity) continue;
      // A longer window must earn its length.
      if (similarity > best.similarity + (window.end - window.start > best.end - best.start ? 0.02 : 0)) {
        best = { similarity, start: window.start, end: window.end };
      }
    }
    if (best.similarity < ENOUGH) return [];
    return [
      {
        cue: cue.id,
        confidence: Math.min(1, 0.5 + (best.similarity - ENOUGH) / (2 - 2 * ENOUGH)),
        ...toSource(best),
      },
    ];
  });
}

function windowsOf(segments: readonly Segment[]): Segment[] {
  return segments.flatMap((first, index) =>
    segments.slice(index, index + WINDOW).map((last) => ({ start: first.start, end: last.end })),
  );
}

function vectorOf(text: string, weightOf: WeightOfGram): Map<string, number> {
  const vector = new Map<string, number>();
  for (const { key, weight } of cueGrams(text).map((gram) => weigh(gram, weightOf))) vector.set(key, weight);
  return vector;
}

const weigh = ({ key, gram, worth }: Gram, weightOf: WeightOfGram): { key: string; weight: number } => ({
  key,
  weight: worth * (gram === undefined ? 4 : weightOf(gram)),
});

/** What several examples share is what the cue is about. */
function emphasiseShared(
  vector: ReadonlyMap<string, number>,
  all: readonly ReadonlyMap<string, number>[],
): Map<string, number> {
  return new Map(
    [...vector].map(([key, weight]) => {
      const sharing = all.filter((other) => other.has(key)).length;
      return [key, weight * (0.5 + (1.5 * (sharing - 1)) / Math.max(1, all.length - 1))];
    }),
  );
}

/** How much of the example is said, against how much else is said (capped: extra politeness must not hide a cue). */
function similarityOf(example: ReadonlyMap<string, number>, said: ReadonlyMap<string, number>): number {
  let shared = 0;
  let exampleTotal = 0;
  for (const [key, weight] of example) {
    exampleTotal += weight;
    if (said.has(key)) shared += weight;
  }
  if (exampleTotal === 0) return 0;
  let saidTotal = 0;
  for (const weight of said.values()) saidTotal += weight;
  const cover = shared / exampleTotal;
  const density = Math.min(1, (2.5 * shared) / Math.max(saidTotal, 1e-9));
  return cover * (0.6 + 0.4 * density);
}
