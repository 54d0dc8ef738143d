import { coverOf, type Phrase, readPhrase, type Unit } from './cue-phrase';
import { halfWidth, normalise } from './normalise';
import { type Segment, segment } from './segments';
import type { CueTeaching } from './teaching';
import type { CueHit } from './understood';

/** A cue ready to be looked for. */
export type PreparedCue = {
  readonly id: string;
  readonly words: readonly string[];
  /** Words with digits, as they are written: in normal form all numbers are one. */
  readonly figures: readonly string[];
  readonly examples: readonly Phrase[];
  readonly counterExamples: readonly Phrase[];
};

type Window = Segment & { readonly phrase: Phrase };

const NOTHING: Phrase = { units: [], said: new Set() };

type WeightOfGram = (gram: string) => number;

/** Similarity from which a cue counts as said; tuned on the cues of the tests. */
const ENOUGH = 0.56;
const WORD_CONFIDENCE = 0.95;
/** Likeness to a counter-example that outweighs even a taught word. */
const SURELY_NOT = 0.85;
/** People split one thought in up to this many clauses; a longer stretch must fit clearly better. */
const WINDOW = 3;
const LONGER_MUST_GAIN = 0.06;
const HAS_DIGIT = /\d/;

export function prepareCue(
  id: string,
  { examples, words, not }: CueTeaching,
  weightOf: WeightOfGram,
): PreparedCue {
  const phrases = examples.map((example) => readPhrase(normalise(example).text, weightOf));
  return {
    id,
    words: words
      .filter((word) => !HAS_DIGIT.test(word))
      .map((word) => normalise(word).text)
      .filter((word) => word !== ''),
    figures: words.filter((word) => HAS_DIGIT.test(word)).map(halfWidth),
    examples: phrases.map((phrase) => stressShared(phrase, phrases)),
    counterExamples: not.map((example) => readPhrase(normalise(example).text, weightOf)),
  };
}

/** The cues a reply carries, each with the clauses that carry it. */
export function findCues(source: string, cues: readonly PreparedCue[], weightOf: WeightOfGram): CueHit[] {
  if (cues.length === 0) return [];
  const { text, starts, ends } = normalise(source);
  const windows = windowsOf(segment(text)).map(
    (window): Window => ({
      ...window,
      phrase: readPhrase(text.slice(window.start, window.end), weightOf),
    }),
  );
  const asWritten = halfWidth(source);
  const toSource = ({ start, end }: Segment) => ({
    start: starts[start] ?? 0,
    end: ends[end - 1] ?? source.length,
  });
  return cues.flatMap((cue): CueHit[] => {
    const word = findWord(text, cue, windows);
    if (word) return [{ cue: cue.id, confidence: WORD_CONFIDENCE, ...toSource(word) }];
    for (const figure of cue.figures) {
      const start = placeOfFigure(asWritten, figure);
      if (start >= 0)
        return [{ cue: cue.id, confidence: WORD_CONFIDENCE, start, end: start + figure.length }];
    }
    let best = { similarity: 0, start: 0, end: 0 };
    for (const { start, end, phrase } of windows) {
      const similarity = mostAlike(cue.examples, phrase);
      if (mostAlike(cue.counterExamples, phrase) >= similarity) continue;
      const gain = end - start > best.end - best.start ? LONGER_MUST_GAIN : 0;
      if (similarity > best.similarity + (best.similarity > 0 ? gain : 0)) best = { similarity, start, end };
    }
    if (best.similarity < ENOUGH) return [];
    const confidence = Math.min(1, 0.5 + (0.5 * (best.similarity - ENOUGH)) / (1 - ENOUGH));
    return [{ cue: cue.id, confidence, ...toSource(best) }];
  });
}

/** Where the figure stands as a number of its own: 88 is not in 288. */
function placeOfFigure(text: string, figure: string): number {
  for (let at = text.indexOf(figure); at >= 0; at = text.indexOf(figure, at + 1)) {
    const [before = '', after = ''] = [text[at - 1], text[at + figure.length]];
    const cut =
      (HAS_DIGIT.test(before) && /^\d/.test(figure)) || (HAS_DIGIT.test(after) && /\d$/.test(figure));
    if (!cut) return at;
  }
  return -1;
}

/** A taught word, unless the clause it stands in is what the cue is told apart from. */
function findWord(text: string, cue: PreparedCue, windows: readonly Window[]): Segment | undefined {
  for (const word of cue.words) {
    for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + 1)) {
      const clause = windows.find((window) => window.start <= start && start < window.end);
      const against = clause ? mostAlike(cue.counterExamples, clause.phrase) : 0;
      const speaksAgainst =
        against >= SURELY_NOT && against >= mostAlike(cue.examples, clause?.phrase ?? NOTHING);
      if (!speaksAgainst) return { start, end: start + word.length };
    }
  }
  return undefined;
}

/** Stretches of one, two and three clauses, short ones first. */
function windowsOf(segments: readonly Segment[]): Segment[] {
  return Array.from({ length: WINDOW }, (_, more) =>
    segments.slice(0, segments.length - more).map((first, index) => ({
      start: first.start,
      end: segments[index + more]?.end ?? first.end,
    })),
  ).flat();
}

/** What several examples share is what the cue is about. */
function stressShared(phrase: Phrase, all: readonly Phrase[]): Phrase {
  const share = (unit: Unit): number => {
    const sharing = all.filter((other) => coverOf(unit, other.said) >= 0.6).length;
    return (sharing - 1) / Math.max(1, all.length - 1);
  };
  return {
    ...phrase,
    units: phrase.units.map((unit) => ({ ...unit, weight: unit.weight * (0.5 + share(unit)) })),
  };
}

const mostAlike = (examples: readonly Phrase[], said: Phrase): number =>
  examples.reduce((most, example) => Math.max(most, similarityOf(example, said)), 0);

/** How much of the example is said, and, to a lesser degree, how much of what is said belongs to it. */
function similarityOf(example: Phrase, phrase: Phrase): number {
  const cover = shareCovered(example.units, phrase.said);
  const density = Math.min(1, 2 * shareCovered(phrase.units, example.said));
  return cover * (0.7 + 0.3 * density);
}

function shareCovered(units: readonly Unit[], said: ReadonlySet<string>): number {
  let covered = 0;
  let all = 0;
  for (const unit of units) {
    covered += unit.weight * coverOf(unit, said);
    all += unit.weight;
  }
  return all === 0 ? 0 : covered / all;
}
