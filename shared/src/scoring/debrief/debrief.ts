import type { Exercise } from '../../rehearsal/exercise';
import { replay } from '../../rehearsal/replay';
import type { RehearsalState } from '../../rehearsal/state';
import type { Runs } from '../../script/runs';
import type { Bilingual } from '../../script/text';
import type { Recogniser } from '../../understanding/recogniser';
import { both } from '../indicators/measured';
import { starLetters } from '../indicators/solving';
import { promiseLedger } from '../promises';
import { makeRecord, type Record } from '../record';
import type { Scoring } from '../score';
import type { Evidence, Scorecard } from '../scorecard';
import { causesOf } from './causes';
import { type ModelTurn, modelTurns } from './model-plays';
import { reasonsOf } from './reasons';
import type { Debrief, ModelReply, Moment } from './schema';
import { thirdsOf } from './thirds';
import { isDone, type Trial, tryAt } from './trial';
import { type Wanted, wantedAt } from './wanted';
import { type Trouble, worstTroubles } from './worst';

export type Debriefing = Omit<Scoring, 'facts'> & {
  readonly exercise: Exercise;
  readonly seed: number;
  readonly scorecard: Scorecard;
  /** The script's transcripts with the model that understood the rehearsal; without them no model replies are shown. */
  readonly models: { readonly runs: Runs; readonly recogniser: Recogniser } | undefined;
};

/** What a finished rehearsal has to teach. Pure: the same rehearsal and transcripts give the same debrief. */
export function debrief({ exercise, rubric, seed, pace, log, scorecard, models }: Debriefing): Debrief {
  const record = makeRecord(exercise.facts, rubric, pace, log);
  const lost = scorecard.dimensions
    .flatMap(({ indicators }) => indicators.flatMap(({ evidence }) => evidence))
    .filter(({ effect, absent }) => effect === 'lost' && !absent);
  const turns = models ? modelTurns(exercise, models.recogniser, models.runs) : [];
  const before = (seq: number, at: number) =>
    replay(
      exercise,
      seed,
      pace,
      log.filter((entry) => entry.seq < seq),
      at,
    ).state;
  const letters = starLetters(record);
  const worst: Moment[] = [];
  for (const trouble of worstTroubles(record, scorecard)) {
    // Shown once already, the same words teach less.
    const fresh = turns.filter(
      ({ replies }) => !worst.some(({ model }) => model?.replies[0] === replies[0]?.text),
    );
    const state = before(trouble.seq, trouble.at);
    const moment = momentOf(record, exercise, { turns: fresh, lost }, trouble, state);
    worst.push(moment.model ? moment : momentOf(record, exercise, { turns, lost }, trouble, state));
  }
  return {
    promises: promiseLedger(record),
    turns: turnsOf(record),
    worst,
    missed: scorecard.hidden.flatMap(({ id, found }) => {
      const turn = turns.find(({ reached }) => reached.includes(`told:${id}`));
      return found || !turn ? [] : [{ id, run: turn.run, reply: wordsOf(turn).join('\n') }];
    }),
    star: {
      S: letters.S?.seq ?? null,
      T: letters.T?.seq ?? null,
      A: letters.A?.seq ?? null,
      R: letters.R?.seq ?? null,
    },
    elements: elementsOf(record),
    thirds: thirdsOf(record, lost),
    reasons: reasonsOf(record, scorecard),
  };
}

/** The changes of mood with their causes; several at one moment are one. */
function turnsOf(record: Record): Debrief['turns'] {
  return record.effects
    .filter(({ from, to }) => from !== to)
    .map((effect) => ({
      ...{ at: effect.at, from: effect.from, to: effect.to, seq: effect.replies[0] ?? effect.seq },
      causes: causesOf(record, effect),
    }));
}

/** R23: empathy, asking, guiding, and a confirmation before the end. */
function elementsOf({ acts }: Record): Debrief['elements'] {
  const first = (...wanted: string[]) => acts.find(({ act }) => wanted.includes(act))?.reply.seq ?? null;
  return {
    empathy: first('empathise', 'apologise', 'own'),
    asking: first('ask', 'restate'),
    guiding: first('resolve', 'recommend', 'instruct'),
    confirming: first('confirm'),
  };
}

function momentOf(
  record: Record,
  exercise: Exercise,
  { turns, lost }: { turns: readonly ModelTurn[]; lost: readonly Evidence[] },
  { effects, ...trouble }: Trouble,
  before: RehearsalState,
): Moment {
  const wanted = wantedAt(exercise.facts, before, askedBefore(record, trouble.seq));
  const moved = trouble.to > trouble.from ? effects.flatMap((effect) => causesOf(record, effect)) : [];
  const cited = lost.filter(({ seq }) => trouble.seqs.includes(seq)).map(({ note }) => note);
  const closed = trouble.kind === 'close' ? [CLOSED_EARLY] : [];
  const causes = [...closed, ...moved, ...cited];
  return {
    ...trouble,
    causes: causes.filter(({ zh }, index) => causes.findIndex((other) => other.zh === zh) === index),
    wanted: wanted.slice(0, 2).map(({ key: _, ...way }) => way),
    model: bestModel(exercise, turns, before, wanted, trouble.to),
  };
}

const CLOSED_EARLY = both(
  '客户的事还没办完就结束了会话',
  'The chat was closed before the customer was served',
);

/** The need that the customer's latest words asked for. */
function askedBefore({ messages }: Record, seq: number): string | undefined {
  const latest = messages.findLast((message) => message.seq <= seq && message.pool.startsWith('need.'));
  return latest?.pool.split('.')[1];
}

const wordsOf = ({ replies }: ModelTurn): string[] => replies.map(({ text }) => text);

/**
 * The model turn that, tried at this moment, gives what is wanted first and leaves the customer better off than the trainee
 * did. It must not know what the customer has not told. Ties go to the same step of the agenda, then to the transcripts' order.
 */
function bestModel(
  exercise: Exercise,
  turns: readonly ModelTurn[],
  before: RehearsalState,
  wanted: readonly Wanted[],
  after: number,
): ModelReply | null {
  const { known, beat } = before.machine.context;
  const [first] = wanted;
  if (!first) return null;
  const tried = turns
    .filter(({ told }) => told.every((id) => known[`told:${id}`]))
    .map((turn) => ({ turn, trial: tryAt(exercise, before, turn) }))
    .filter(({ trial }) => !trial.refused && trial.level <= after && trial.reached.includes(first.key));
  const worth = ({ turn, trial }: { turn: ModelTurn; trial: Trial }) =>
    trial.reached.length * 10 - trial.level + (turn.beat === beat ? 5 : 0);
  const [best] = tried.toSorted((a, b) => worth(b) - worth(a));
  if (!best) return null;
  const { turn, trial } = best;
  return {
    run: turn.run,
    actions: [...new Set(turn.actions.map((action) => action.do))].filter((name) => !isDone(before, name)),
    replies: wordsOf(turn),
    achieves: trial.reached.map((key) => achieved(wanted, key)),
    level: trial.level,
  };
}

function achieved(wanted: readonly Wanted[], key: string): Bilingual {
  if (key === 'soothe') return both('客户愿意听下去了', 'The customer listens again');
  const title = wanted.find((way) => way.key === key)?.title ?? both(key, key);
  return key.startsWith('told:')
    ? both(`问出了：${title.zh}`, `Found out: ${title.en}`)
    : both(`满足了：${title.zh}`, `Met: ${title.en}`);
}
