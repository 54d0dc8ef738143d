import type { Overlay } from '../persona/overlay';
import type { Persona } from '../persona/schema';
import { makeExercise } from '../rehearsal/exercise';
import { play } from '../rehearsal/play';
import type { Rubric } from '../scoring/rubric';
import { variantFor, variantsOf } from '../script/case';
import { movesIn, type Runs, type Stage, stageFor } from '../script/runs';
import type { Script } from '../script/schema';
import type { Shop } from '../shop/schema';
import type { Recogniser } from '../understanding/recogniser';
import type { Bot } from './bots';
import { lettersIn } from './known-way';
import { type Plays, playAll } from './plays';
import { proveScript, type ScriptProof } from './prove-script';

/** One script with one persona, to be proved and played. */
export type Task = {
  readonly script: Script;
  readonly shop: Shop;
  readonly persona: Persona;
  /** Laid on the persona. */
  readonly overlays: readonly Overlay[];
  readonly rubric: Rubric;
  readonly runs: Runs | undefined;
  readonly bots: Readonly<Record<string, Bot>>;
  readonly bound: number;
};

/** `plays` are of a bare persona only. */
export type Examined = { readonly proof: ScriptProof; readonly plays: readonly Plays[] };

/** Proves a script with a persona and plays its model runs, bots and middling trainees in every variant. */
export function examine(task: Task, recogniser: Recogniser): Examined {
  const { script, shop, persona, overlays, rubric, runs, bots, bound } = task;
  const stages = variantsOf(script).map(
    (variant): Stage => stageFor(makeExercise(script, shop, persona, variant, overlays), recogniser),
  );
  const played = stages.map(({ exercise }) => runsOf(runs, persona, script, exercise.facts.variant));
  const ways = stages.flatMap(({ exercise, hear }, index) =>
    (played[index] ?? []).map(({ run, seed }) => ({
      variant: exercise.facts.variant,
      letters: lettersIn(play(exercise, hear, seed, 1, movesIn(run, exercise.facts)).log),
      model: run.kind === 'model',
    })),
  );
  return {
    proof: proveScript(script, shop, persona, ways, bound, overlays),
    // Transcripts are written for the bare personas.
    plays: (overlays.length > 0 ? [] : stages).map((stage, index) => {
      const models = (played[index] ?? []).filter(({ run }) => run.kind === 'model');
      return playAll(stage, rubric, models, bots);
    }),
  };
}

/** The runs of a persona in a variant, each with the first of its seeds that chooses the variant. */
function runsOf(runs: Runs | undefined, persona: Persona, script: Script, variant: string) {
  return (runs?.runs ?? [])
    .filter(({ personas }) => personas.includes(persona.id))
    .flatMap((run) => {
      const seed = run.seeds.find((each) => variantFor(script, each) === variant);
      return seed === undefined ? [] : [{ run, seed }];
    });
}
