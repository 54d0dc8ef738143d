import {
  Grams,
  has,
  type Phrase,
  phraseAt,
  readText,
  saidAt,
  shareCovered,
  stressShared,
  type WeightOfGram,
} from './cue-phrase';
import { halfWidth, normalise } from './normalise';
import { type Segment, segment } from './segments';
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

/** A stretch of the reply; what it says is worked out when it is first asked for. */
type Window = Segment & { readonly phrase: () => Phrase };

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
  const numberOf = (gram: string | number) => grams.learn(gram);
  const read = (phrases: readonly string[]) =>
    phrases.map((phrase) => readText(normalise(phrase).text, numberOf));
  const all = Object.entries(teaching).map(([id, { examples, words, not, exact }]) => ({
    id,
    words: words
      .filter((word) => !HAS_DIGIT.test(word))
      .map((word) => normalise(word).text)
      .filter((word) => word !== '')
      .map((text) => ({ text, beginning: grams.learn(text.slice(0, 2)) })),
    figures: words.filter((word) => HAS_DIGIT.test(word)).map(halfWidth),
    examples: read(examples),
    counterExamples: read(not),
    exact: exact === true,
  }));
  // Only now all grams have their numbers.
  const phrasesOf = (readings: ReturnType<typeof read>) =>
    readings.map((reading) => ({
      ...phraseAt(reading, { start: 0, end: reading.text.length }, grams, weightOf),
      text: reading.text,
    }));
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
export function findCues(source: string, { cues, grams, weightOf }: PreparedCues): CueHit[] {
  if (cues.length === 0) return [];
  const { text, starts, ends } = normalise(source);
  const reading = readText(text, (gram) => grams.find(gram));
  const windowAt = (place: Segment): Window => {
    let phrase: Phrase | undefined;
    return {
      ...place,
      phrase: () => {
        phrase ??= phraseAt(reading, place, grams, weightOf);
        return phrase;
      },
    };
  };
  const windows = windowsOf(segment(text)).map(windowAt);
  const said = saidAt(reading, { start: 0, end: text.length }, grams);
  const asWritten = halfWidth(source);
  const toSource = ({ start, end }: Segment) => ({
    start: starts[start] ?? 0,
    end: ends[end - 1] ?? source.length,
  });
  return cues.flatMap((cue): CueHit[] => {
    const word = findWord(text, said, cue, windows);
    if (word) return [{ cue: cue.id, confidence: WORD_CONFIDENCE, ...toSource(word) }];
    for (const figure of cue.figures) {
      const start = placeOfFigure(asWritten, figure);
      if (start >= 0)
        return [{ cue: cue.id, confidence: WORD_CONFIDENCE, start, end: start + figure.length }];
    }
    if (cue.exact) return [];
    // No stretch covers more of an example than the whole reply does: most cues need no closer look.
    if (!cue.examples.some((example) => shareCovered(example, said, ENOUGH) >= ENOUGH)) return [];
    let best = { similarity: 0, start: 0, end: 0 };
    for (const { start, end, phrase } of windows) {
      const gain = end - start > best.end - best.start ? LONGER_MUST_GAIN : 0;
      const similarity = mostAlike(cue.examples, phrase());
      if (similarity <= best.similarity + (best.similarity > 0 ? gain : 0)) continue;
      if (mostAlike(cue.counterExamples, phrase()) < similarity) best = { similarity, start, end };
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

/** A taught word, unless a phrase that the cue is told apart from has the same word and is what was said. */
function findWord(
  text: string,
  said: Uint32Array,
  cue: PreparedCue,
  windows: readonly Window[],
): Segment | undefined {
  for (const { text: word, beginning } of cue.words) {
    if (!has(said, beginning)) continue;
    for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + 1)) {
      const against = cue.counterExamples.filter((phrase) => phrase.text.includes(word));
      const end = start + word.length;
      const clause = windows.find((window) => window.start <= start && start < window.end);
      const denied = cue.exact
        ? against.some((phrase) => stands(text, phrase.text, start, end))
        : clause !== undefined && speaksAgainst(cue, against, clause);
      if (!denied) return { start, end };
    }
  }
  return undefined;
}

function speaksAgainst(cue: PreparedCue, against: readonly Phrase[], { phrase }: Window): boolean {
  if (against.length === 0) return false;
  const likeness = mostAlike(against, phrase());
  return likeness >= SURELY_NOT && likeness >= mostAlike(cue.examples, phrase());
}

/** Whether the phrase is written around this stretch of the text. */
function stands(text: string, phrase: string, start: number, end: number): boolean {
  for (let at = text.indexOf(phrase); at >= 0 && at <= start; at = text.indexOf(phrase, at + 1)) {
    if (at + phrase.length >= end) return true;
  }
  return false;
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

/** How like the likeliest of the examples is. */
function mostAlike(examples: readonly Phrase[], phrase: Phrase): number {
  let most = 0;
  for (const example of examples) {
    const cover = shareCovered(example, phrase.said, most);
    // How much of the example is said, and, to a lesser degree, how much of what is said belongs to it.
    if (cover <= most) continue;
    const density = Math.min(1, 2 * shareCovered(phrase, example.said));
    most = Math.max(most, cover * (0.7 + 0.3 * density));
  }
  return most;
}
