import { z } from 'zod';
import { type Exercise, makeExercise } from '../rehearsal/exercise';
import { type Move, MoveSchema, type Played, play } from '../rehearsal/play';
import { fillText } from '../rehearsal/words';
import type { Rubric } from '../scoring/rubric';
import { MEASURES } from '../scoring/rubric';
import { scoreRehearsal } from '../scoring/score';
import type { Scorecard } from '../scoring/scorecard';
import { type Hear, hearing } from '../understanding/hear';
import type { Recogniser } from '../understanding/recogniser';
import { ActionSchema } from './action';
import { type Case, variantFor } from './case';
import { figureIn } from './claim';
import { changeOf, type Golden } from './golden';
import { EndingSchema } from './kinds';
import type { Content } from './load';
import { type Problem, Source, type SourceFile } from './source';
import { storyOf } from './story';
import { IdSchema } from './text';

/** A move whose amount is a fact of the case, so that the transcript also fits adaptations of the script. */
const FactMoveSchema = z.strictObject({
  after: z.number().nonnegative().describe('客户说完后的秒数 / seconds after the customer has finished'),
  do: z.enum(['refund', 'coupon', 'change-price']).describe('操作 / the action'),
  with: z
    .strictObject({
      amount: z
        .strictObject({ fact: IdSchema.describe('哪个事实 / the fact') })
        .describe('金额取自剧本的事实 / the amount is a fact of the case'),
      reason: z.string().optional().describe('原因 / the reason'),
    })
    .describe('操作的表单 / the form of the action'),
});

/** One transcript of a script: what a trainee does, and what must come of it. */
const RunSchema = z.strictObject({
  id: IdSchema.describe('样例的名字 / the id of the run'),
  kind: z
    .enum(['model', 'failure', 'other'])
    .describe(
      'model 示范，至少 90 分；failure 失误，低于 60 分；other 其他走法，分数不限，用来证明少见的台词和结局 / model runs reach 90 points, failure runs stay below 60; others may score anything and show what seldom comes about',
    ),
  personas: z.array(IdSchema).min(1).describe('用哪些画像演练 / the personas to play with'),
  seeds: z.array(z.int().nonnegative()).min(1).describe('用哪些随机种子演练 / the seeds to play with'),
  moves: z
    .array(z.union([FactMoveSchema, MoveSchema]))
    .describe('客服依次做什么 / what the agent does, in order'),
  endings: z.array(EndingSchema).min(1).describe('应当到达的结局之一 / one of these endings must be reached'),
  faults: z.array(z.string()).default([]).describe('应当扣分的指标 / measures that must lose points'),
});

/** The transcripts of a script, in `<script>.runs.yaml` beside it. They are the script's tests. */
export const RunsSchema = z.strictObject({
  runs: z.array(RunSchema).min(1).describe('这个剧本的样例对话 / the transcripts of the script'),
});
export type Runs = z.infer<typeof RunsSchema>;
export type Run = z.infer<typeof RunSchema>;

/** The moves with the values of the case: `{fact}` in texts and forms, facts as amounts. */
export function movesIn({ moves }: Pick<Run, 'moves'>, facts: Case): Move[] {
  return moves.map((move) => {
    if ('text' in move) return { ...move, text: fillText(facts, move.text) };
    if ('do' in move) {
      const amount = figureIn(facts.facts, move.with.amount);
      return MoveSchema.parse({ ...move, with: { ...move.with, amount } });
    }
    const form = Object.entries(move.action.with).map(([field, value]) => [
      field,
      typeof value === 'string' ? fillText(facts, value) : value,
    ]);
    const action = ActionSchema.parse({ do: move.action.do, with: Object.fromEntries(form) });
    return { ...move, action };
  });
}

/** Reads the transcripts of a script and checks that the personas and measures they name exist. */
export function readRuns(
  file: SourceFile,
  personas: readonly string[],
): { runs: Runs | undefined; problems: readonly Problem[] } {
  const source = new Source(file);
  const read = source.read(RunsSchema);
  read?.runs.forEach((run, nth) => {
    run.personas.forEach((id, index) => {
      source.expect(['runs', nth, 'personas', index], 'persona', id, personas);
    });
    run.faults.forEach((id, index) => {
      source.expect(['runs', nth, 'faults', index], 'measure', id, MEASURES);
    });
  });
  return { runs: source.broken ? undefined : read, problems: source.problems };
}

/** Scores that runs must reach. */
const BOUNDS = {
  model: { from: 90, to: 100 },
  failure: { from: 0, to: 59.9 },
  other: { from: 0, to: 100 },
} as const;

export type RunResult = {
  readonly run: string;
  readonly persona: string;
  readonly seed: number;
  readonly variant: string;
  readonly scorecard: Scorecard;
  readonly played: Played;
  /** What did not come out as expected; empty when all is well. */
  readonly complaints: readonly string[];
  /** What the customer said, felt and noticed; see {@link storyOf}. */
  readonly story: readonly string[];
};

/**
 * Plays all runs of a script with all their personas and seeds.
 * @param golden what they came to before, to be compared with
 */
export function* playRuns(
  content: Content,
  scriptId: string,
  { runs }: Runs,
  recogniser: Recogniser,
  golden?: Golden,
): Generator<RunResult> {
  const script = content.scripts.get(scriptId)?.value;
  const shop = script && content.shops.get(script.shop)?.value;
  const rubric = content.rubrics.get('default')?.value;
  if (!script || !shop || !rubric) throw new Error(`cannot play ${scriptId}`);
  const stages = new Map<string, Stage>();
  for (const run of runs) {
    for (const personaId of run.personas) {
      const persona = content.personas.get(personaId)?.value;
      if (!persona) throw new Error(`cannot play ${scriptId} with ${personaId}`);
      const compared = new Set<string>();
      for (const seed of run.seeds) {
        const variant = variantFor(script, seed);
        const key = `${personaId} ${variant}`;
        const stage = stages.get(key) ?? stageFor(makeExercise(script, shop, persona, variant), recogniser);
        stages.set(key, stage);
        yield playRun(stage, rubric, run, seed, compared.has(variant) ? undefined : golden);
        compared.add(variant);
      }
    }
  }
}

/** A case that runs are played on, and what is heard there. */
export type Stage = { readonly exercise: Exercise; readonly hear: Hear };

export const stageFor = (exercise: Exercise, recogniser: Recogniser): Stage => ({
  exercise,
  hear: hearing(recogniser, exercise.facts.teaching),
});

/** @param golden see {@link playRuns} */
export function playRun(
  { exercise, hear }: Stage,
  rubric: Rubric,
  run: Run,
  seed: number,
  golden?: Golden,
): RunResult {
  const { facts } = exercise;
  const played = play(exercise, hear, seed, 1, movesIn(run, facts));
  const scorecard = scoreRehearsal({ facts, rubric, pace: 1, log: played.log });
  const story = storyOf(played.log);
  const change =
    golden && changeOf(golden, { run: run.id, persona: facts.persona.id, variant: facts.variant, story });
  return {
    ...{ run: run.id, persona: facts.persona.id, seed, variant: facts.variant },
    ...{ scorecard, played, story },
    complaints: [...complaintsOf(run, scorecard), ...(change === undefined ? [] : [change])],
  };
}

function complaintsOf(run: Run, { ending, total, dimensions }: Scorecard): string[] {
  const { from, to } = BOUNDS[run.kind];
  const complaints: string[] = [];
  if (!run.endings.includes(ending)) complaints.push(`结局是 ${ending},应为 ${run.endings.join('/')}`);
  if (total < from || total > to) complaints.push(`得分 ${total},应在 ${from}–${to}`);
  for (const fault of run.faults) {
    const indicator = dimensions.flatMap(({ indicators }) => indicators).find(({ id }) => id === fault);
    if (!indicator) complaints.push(`没有指标 ${fault}`);
    else if (indicator.points === null || indicator.points >= 100) complaints.push(`指标 ${fault} 没有扣分`);
  }
  return complaints;
}
