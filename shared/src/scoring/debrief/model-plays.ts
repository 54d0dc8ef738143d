import type { Entry, ReplyEntry } from '../../rehearsal/entry';
import type { Exercise } from '../../rehearsal/exercise';
import { play } from '../../rehearsal/play';
import type { Action } from '../../script/action';
import { variantFor } from '../../script/case';
import { movesIn, type Runs } from '../../script/runs';
import { hearing } from '../../understanding/hear';
import type { Recogniser } from '../../understanding/recogniser';

/** What a model transcript wrote and did before the customer reacted, and what had been told and done until then. */
export type ModelTurn = {
  readonly run: string;
  readonly replies: readonly ReplyEntry[];
  /** Done since the customer's last reaction, and all that was looked up before. */
  readonly actions: readonly Action[];
  /** The hidden facts that the customer had told. */
  readonly told: readonly string[];
  /** The step of the customer's agenda. */
  readonly beat: string;
  /** What came of it, as `need:ID` and `told:ID`. */
  readonly reached: readonly string[];
};

/** The model transcripts that fit this persona and variant, played on the very exercise; turn by turn. */
export function modelTurns(exercise: Exercise, recogniser: Recogniser, { runs }: Runs): ModelTurn[] {
  const { script, persona, variant, teaching } = exercise.facts;
  const hear = hearing(recogniser, teaching);
  return runs
    .filter(({ kind, personas }) => kind === 'model' && personas.includes(persona.id))
    .flatMap((run) => {
      const { id, seeds } = run;
      const seed = seeds.find((candidate) => variantFor(script, candidate) === variant);
      return seed === undefined
        ? []
        : turnsOf(id, play(exercise, hear, seed, 1, movesIn(run, exercise.facts)).log);
    });
}

function turnsOf(run: string, log: readonly Entry[]): ModelTurn[] {
  const turns: ModelTurn[] = [];
  const told: string[] = [];
  let beat = '';
  let since = 0;
  for (const entry of log) {
    if (entry.kind !== 'effect') continue;
    const replies = log
      .filter((other) => other.kind === 'reply')
      .filter(({ seq }) => entry.replies.includes(seq));
    const reached = entry.notes.flatMap(({ kind, id }) =>
      kind === 'need' || kind === 'told' ? [`${kind}:${id}`] : [],
    );
    const actions = log
      .filter((other) => other.kind === 'action')
      .filter(({ seq, action }) => seq < entry.seq && (seq > since || action.do.startsWith('look-up')))
      .filter(({ outcome }) => outcome.status === 'done')
      .map(({ action }) => action);
    if (replies.length > 0) turns.push({ run, replies, actions, told: [...told], beat, reached });
    for (const { kind, id } of entry.notes) {
      if (kind === 'told') told.push(id);
      if (kind === 'beat') beat = id;
    }
    if (replies.length > 0) since = entry.seq;
  }
  return turns;
}
