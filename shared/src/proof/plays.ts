import { type Move, play } from '../rehearsal/play';
import type { Rubric } from '../scoring/rubric';
import { scoreRehearsal } from '../scoring/score';
import type { Ending } from '../script/kinds';
import { movesIn, playRun, type Run, type Stage } from '../script/runs';
import type { Bot } from './bots';

/** How one play came out: `score` from 0 to 100. */
export type PlayResult = {
  readonly who: string;
  readonly variant: string;
  readonly ending: Ending;
  readonly score: number;
  readonly passed: boolean;
};

/** What plays tell of a case: how good, bad and middling trainees fare. */
export type Plays = {
  /** What went wrong: a model run below 90 or at another ending, a bot that passed. */
  readonly complaints: readonly string[];
  readonly model: readonly PlayResult[];
  readonly bots: readonly PlayResult[];
  readonly lowest: number;
  readonly highest: number;
  /** Fewest replies of a run that passes, found by leaving out of the model run what is not needed; with its moves. */
  readonly par: { readonly replies: number; readonly moves: readonly Move[] } | undefined;
  /** How many times as slow as the model run one may be and still pass. */
  readonly slack: number;
  /** Share of the middling plays (one reply left out, or slower) and bots that fail, from 0 (easy) to 1. */
  readonly difficulty: number;
};

const PACES = [2, 4, 8] as const;
/** Plays model runs, bots and middling trainees on one case. */
export function playAll(
  stage: Stage,
  rubric: Rubric,
  runs: readonly { run: Run; seed: number }[],
  bots: Readonly<Record<string, Bot>>,
): Plays {
  const variant = stage.exercise.facts.variant;
  const judge = (who: string, moves: readonly Move[], seed: number): PlayResult => {
    const { log } = play(stage.exercise, stage.hear, seed, 1, moves);
    const { ending, total, passed } = scoreRehearsal({ facts: stage.exercise.facts, rubric, pace: 1, log });
    return { who, variant, ending, score: total, passed };
  };
  const results = runs.map(({ run, seed }) => playRun(stage, rubric, run, seed));
  const model = results.map(({ run, scorecard }): PlayResult => {
    const { ending, total, passed } = scorecard;
    return { who: run, variant, ending, score: total, passed };
  });
  const botResults = Object.entries(bots).map(([who, { moves: does }]) => judge(who, does, 7));
  const [best] = runs;
  const seed = best?.seed ?? 1;
  const moves = best ? movesIn(best.run, stage.exercise.facts) : [];
  const middling = repliesIn(moves).map((index) =>
    judge(`without ${index + 1}`, without(moves, index), seed),
  );
  const slow = PACES.map((pace) => judge(`${pace} times as slow`, slowed(moves, pace), seed));
  const par = model[0]?.passed ? shortened(moves, (fewer) => judge('', fewer, seed).passed) : undefined;
  const tried = [...middling, ...slow, ...botResults];
  const all = [...model, ...tried];
  const slack = slow.findIndex(({ passed }) => !passed);
  return {
    complaints: [
      ...results.flatMap(({ run, complaints }) => complaints.map((complaint) => `${run}: ${complaint}`)),
      ...botResults
        .filter(({ who, score }) => score >= (bots[who]?.below ?? 0))
        .map(({ who, score }) => `${who}: ${score}`),
    ],
    ...{ model, bots: botResults },
    lowest: Math.min(100, ...all.map(({ score }) => score)),
    highest: Math.max(0, ...all.map(({ score }) => score)),
    par: par && { replies: repliesIn(par).length, moves: par },
    slack: slack === 0 ? 1 : (PACES[slack < 0 ? PACES.length - 1 : slack - 1] ?? 1),
    difficulty:
      Math.round((100 * tried.filter(({ passed }) => !passed).length) / Math.max(1, tried.length)) / 100,
  };
}

/** Places of the replies among the moves. */
const repliesIn = (moves: readonly Move[]): number[] =>
  moves.flatMap((move, index) => ('text' in move ? [index] : []));

const without = (moves: readonly Move[], index: number): Move[] => moves.filter((_, nth) => nth !== index);

const slowed = (moves: readonly Move[], times: number): Move[] =>
  moves.map((move) =>
    'after' in move ? { ...move, after: move.after * times } : { ...move, at: move.at * times },
  );

/** Leaves out and puts together as long as the run still passes, from its end to its beginning. */
function shortened(moves: readonly Move[], passes: (moves: readonly Move[]) => boolean): readonly Move[] {
  let best = moves;
  for (let index = moves.length - 1; index >= 0; index--) {
    const move = best[index];
    if (!move || !('text' in move)) continue;
    const fewer = without(best, index);
    const joined = joinedAt(best, index);
    if (passes(fewer)) best = fewer;
    else if (joined && passes(joined)) best = joined;
  }
  return best;
}

/** The reply at a place put into the same message as the one before it. */
function joinedAt(moves: readonly Move[], index: number): Move[] | undefined {
  const move = moves[index];
  const before = moves.findLastIndex((other, nth) => nth < index && 'text' in other);
  const earlier = moves[before];
  if (!move || !earlier || !('text' in move) || !('text' in earlier)) return undefined;
  // What was done between the two is done before both.
  return [
    ...moves.slice(0, before),
    ...moves.slice(before + 1, index),
    { ...earlier, text: `${earlier.text}。${move.text}` },
    ...moves.slice(index + 1),
  ];
}
