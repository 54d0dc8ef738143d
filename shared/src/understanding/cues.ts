import {
  bitsFor,
  Grams,
  has,
  type Numbered,
  numberGrams,
  type Phrase,
  phraseOf,
  putSaid,
  shareCovered,
  shareSaid,
  stressShared,
  type WeightOfGram,
} from './cue-phrase';
import { halfWidth, normalise } from './normalise';
import { readReply } from './reading';
import type { Segment } from './segments';
import type { CueTeaching } from './teaching';
import type { CueHit } from './understood';

/** A cue ready to be looked for. */
type PreparedCue = {
  readonly id: string;
  /** Each with the number of its beginning, which most texts do not have. */
  readonly words: readonly { readonly text: string; readonly beginning: number }[];
  /** Words with digits, as they are written: in normal form all numbers are one. */
  readonly figures: readonly string[];
  readonly examples: readonly Phrase[];
  readonly counterExamples: readonly (Phrase & { readonly text: string })[];
  /** Likeness says nothing, neither for nor against. */
  readonly exact: boolean;
};

/** The cues of a script, worked out once. */
export type PreparedCues = {
  readonly cues: readonly PreparedCue[];
  readonly grams: Grams;
  readonly weightOf: WeightOfGram;
};

/** A stretch of the reply with a bit for each gram that it says. */
type Window = Segment & { readonly said: Uint32Array };

/** The reply as it is compared with phrases: stretch by stretch, with the weights of its characters. */
type Compared = {
  readonly numbered: Numbered;
  readonly weights: Float64Array;
  readonly windows: readonly Window[];
};

/** Similarity from which a cue counts as said; tuned on the cues of the tests. */
const ENOUGH = 0.56;
const WORD_CONFIDENCE = 0.95;
/** Likeness to a counter-example that outweighs even a taught word. */
const SURELY_NOT = 0.85;
/** People split one thought in up to this many clauses; a longer stretch must fit clearly better. */
const WINDOW = 3;
const LONGER_MUST_GAIN = 0.06;
const HAS_DIGIT = /\d/;

export function prepareCues(
  teaching: Readonly<Record<string, Omit<CueTeaching, 'title'>>>,
  weightOf: WeightOfGram,
): PreparedCues {
  const grams = new Grams();
  const read = (phrases: readonly string[]) => phrases.map((phrase) => numberGrams(readReply(phrase), grams));
  const all = Object.entries(teaching).map(([id, { examples, words, not, exact }]) => ({
    id,
    words: words
      .filter((word) => !HAS_DIGIT.test(word))
      .map((word) => normalise(word).text)
      .filter((word) => word !== '')
      .map((text) => ({ text, beginning: grams.pair(text, 0) || grams.char(text, 0) })),
    figures: words.filter((word) => HAS_DIGIT.test(word)).map(halfWidth),
    examples: read(examples),
    counterExamples: read(not),
    exact: exact === true,
  }));
  // Only now all grams have their numbers.
  grams.close();
  const phrasesOf = (phrases: readonly Numbered[]) =>
    phrases.map((numbered) => ({ ...phraseOf(numbered, grams, weightOf), text: numbered.text }));
  const cues = all.map((cue) => {
    const examples = phrasesOf(cue.examples);
    return {
      ...cue,
      examples: examples.map((phrase) => stressShared(phrase, examples)),
      counterExamples: phrasesOf(cue.counterExamples),
    };
  });
  return { cues, grams, weightOf };
}

/** The cues a reply carries, each with the clauses that carry it. */
export function findCues(source: string, prepared: PreparedCues): CueHit[] {
  const { cues, grams } = prepared;
  if (cues.length === 0) return [];
  const reading = readReply(source);
  const { text, starts, ends } = reading.normal;
  const numbered = numberGrams(reading, grams);
  const said = bitsFor(grams);
  putSaid(numbered, { start: 0, end: text.length }, said);
  // Most replies are done with before this is needed.
  const compared = lazily(() => compare(numbered, reading.segments, prepared));
  const asWritten = lazily(() => halfWidth(source));
  const toSource = ({ start, end }: Segment) => ({
    start: starts[start] ?? 0,
    end: ends[end - 1] ?? source.length,
  });
  const hits: CueHit[] = [];
  for (const cue of cues) {
    const word = findWord(text, said, cue, compared);
    if (word) {
      hits.push({ cue: cue.id, confidence: WORD_CONFIDENCE, ...toSource(word) });
      continue;
    }
    const figure = cue.figures.length > 0 ? findFigure(asWritten(), cue.figures) : undefined;
    if (figure) {
      hits.push({ cue: cue.id, confidence: WORD_CONFIDENCE, ...figure });
      continue;
    }
    // No stretch covers more of an example than the whole reply does: most cues need no closer look.
    if (cue.exact || !cue.examples.some((example) => shareCovered(example, said, ENOUGH) >= ENOUGH)) continue;
    const best = likeliest(cue, compared());
    if (best.similarity < ENOUGH) continue;
    const confidence = Math.min(1, 0.5 + (0.5 * (best.similarity - ENOUGH)) / (1 - ENOUGH));
    hits.push({ cue: cue.id, confidence, ...toSource(best) });
  }
  return hits;
}

/** The stretch that is most like the cue's examples and not more like what it is told apart from. */
function likeliest(cue: PreparedCue, compared: Compared): Segment & { readonly similarity: number } {
  let best = { similarity: 0, start: 0, end: 0 };
  for (const window of compared.windows) {
    const { start, end } = window;
    const longer = best.similarity > 0 && end - start > best.end - best.start;
    const least = best.similarity + (longer ? LONGER_MUST_GAIN : 0);
    const similarity = mostAlike(cue.examples, compared, window, least);
    if (similarity <= least) continue;
    if (mostAlike(cue.counterExamples, compared, window) < similarity) best = { similarity, start, end };
  }
  return best;
}

/** Works something out when it is first asked for. */
function lazily<T>(work: () => T): () => T {
  let done: { readonly result: T } | undefined;
  return () => {
    done ??= { result: work() };
    return done.result;
  };
}

/** The first of the figures that stands in the text. */
function findFigure(text: string, figures: readonly string[]): Segment | undefined {
  for (const figure of figures) {
    const start = placeOfFigure(text, figure);
    if (start >= 0) return { start, end: start + figure.length };
  }
  return undefined;
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

/** A taught word, unless a phrase that the cue is told apart from has the same word and is what was said. */
function findWord(
  text: string,
  said: Uint32Array,
  cue: PreparedCue,
  compared: () => Compared,
): Segment | undefined {
  for (const { text: word, beginning } of cue.words) {
    if (!has(said, beginning)) continue;
    for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + 1)) {
      const against = cue.counterExamples.filter((phrase) => phrase.text.includes(word));
      const end = start + word.length;
      const denied = cue.exact
        ? against.some((phrase) => stands(text, phrase.text, start, end))
        : speaksAgainst(cue, against, compared, start);
      if (!denied) return { start, end };
    }
  }
  return undefined;
}

/** Whether the clause at this place says one of these phrases rather than the cue. */
function speaksAgainst(
  cue: PreparedCue,
  against: readonly Phrase[],
  compared: () => Compared,
  at: number,
): boolean {
  if (against.length === 0) return false;
  const clause = compared().windows.find(({ start, end }) => start <= at && at < end);
  if (!clause) return false;
  const likeness = mostAlike(against, compared(), clause);
  return likeness >= SURELY_NOT && likeness >= mostAlike(cue.examples, compared(), clause);
}

/** Whether the phrase is written around this stretch of the text. */
function stands(text: string, phrase: string, start: number, end: number): boolean {
  for (let at = text.indexOf(phrase); at >= 0 && at <= start; at = text.indexOf(phrase, at + 1)) {
    if (at + phrase.length >= end) return true;
  }
  return false;
}

function compare(
  numbered: Numbered,
  segments: readonly Segment[],
  { grams, weightOf }: PreparedCues,
): Compared {
  const { text } = numbered;
  const weights = new Float64Array(text.length);
  for (let at = 0; at < text.length; at++) weights[at] = weightOf(text.charAt(at));
  const places = stretchesOf(segments);
  // One piece of memory for all: to get many small ones takes longer than to fill them.
  const bits = bitsFor(grams, places.length);
  const each = bits.length / places.length;
  const windows = places.map(({ start, end }, index): Window => {
    const said = bits.subarray(index * each, (index + 1) * each);
    putSaid(numbered, { start, end }, said);
    return { start, end, said };
  });
  return { numbered, weights, windows };
}

/** Stretches of one, two and three clauses, short ones first. */
function stretchesOf(segments: readonly Segment[]): Segment[] {
  const stretches: Segment[] = [];
  for (let more = 0; more < WINDOW; more++) {
    for (let index = 0; index + more < segments.length; index++) {
      const [first, last] = [segments[index], segments[index + more]];
      if (first && last) stretches.push({ start: first.start, end: last.end });
    }
  }
  return stretches;
}

/**
 * How like the likeliest of the examples is.
 * @param least where none is more alike than this, the answer is this: most examples need no closer look
 */
function mostAlike(
  examples: readonly Phrase[],
  { numbered, weights }: Compared,
  window: Window,
  least = 0,
): number {
  let most = least;
  for (const example of examples) {
    const cover = shareCovered(example, window.said, most);
    // How much of the example is said, and, to a lesser degree, how much of what is said belongs to it.
    if (cover <= most) continue;
    const density = Math.min(1, 2 * shareSaid(numbered, weights, window, example.said));
    most = Math.max(most, cover * (0.7 + 0.3 * density));
  }
  return most;
}
