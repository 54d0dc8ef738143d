import { type Letter, startOf, take } from '@kefu/shared/proof/customer-model';
import type { Answer, Mind } from '@kefu/shared/proof/mind';
import type { Entry } from '@kefu/shared/rehearsal/entry';
import type { Exercise } from '@kefu/shared/rehearsal/exercise';
import { replySigns } from '@kefu/shared/rehearsal/signs';
import { nextWake } from '@kefu/shared/rehearsal/step';
import { SILENT_ACTIONS } from '@kefu/shared/script/action';
import { NO_SIGNS } from '@kefu/shared/script/condition';
import { ACT_IDS } from '@kefu/shared/understanding/acts';
import type { Verdict } from '@kefu/shared/understanding/understood';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { everyExercise, Stage } from './stage';

const exercises = everyExercise();

/** What a trainee does next; numbers choose among what the script teaches, so that they fit every script. */
type Turn =
  | {
      do: 'reply';
      acts: (typeof ACT_IDS)[number][];
      cues: number[];
      claim: number;
      verdict: Verdict;
      copy: boolean;
    }
  | { do: 'act'; action: 'look-up-order' | 'escalate' | 'close' }
  | { do: 'silence' };

const turn: fc.Arbitrary<Turn> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('reply' as const),
      acts: fc.subarray([...ACT_IDS], { maxLength: 4 }),
      cues: fc.array(fc.nat({ max: 40 }), { maxLength: 3 }),
      claim: fc.nat({ max: 12 }),
      verdict: fc.constantFrom<Verdict>('right', 'right', 'wrong', 'beyond', 'low'),
      copy: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('silence' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('act' as const),
      action: fc.constantFrom('look-up-order' as const, 'escalate' as const, 'close' as const),
    }),
  },
);

const ACTIONS = {
  'look-up-order': { do: 'look-up-order', with: {} },
  escalate: { do: 'escalate', with: { reason: '客户要求' } },
  close: { do: 'close', with: {} },
} as const;

const PLACES = ['unaware', 'waiting', 'holding', 'resting'] as const;

/** Where the statechart is between two reactions, in the model's words; undefined while it reads or types. */
function placeIn({ state: { machine, outbox } }: Stage): (typeof PLACES)[number] | undefined {
  const { value } = machine;
  const talk = typeof value === 'object' ? value.talk : undefined;
  const at = typeof talk === 'object' ? talk.turn : undefined;
  if (outbox.length > 0) return undefined;
  return PLACES.find((place) =>
    typeof at === 'object' ? 'waiting' in at && place === 'waiting' : at === place,
  );
}

/** Lets time pass until the customer has said its say; `silence` until its next timer has done something. */
function settle(stage: Stage): readonly Entry[] {
  const entries: Entry[] = [];
  while (!stage.state.over && placeIn(stage) === undefined) {
    const wake = nextWake(stage.state);
    if (wake === undefined) break;
    entries.push(...stage.take({ type: 'tick', at: wake }));
  }
  return entries;
}

function play(
  stage: Stage,
  exercise: Exercise,
  next: Turn,
): { letter: Letter | undefined; entries: readonly Entry[] } {
  const { cues, claims } = exercise.facts.teaching;
  switch (next.do) {
    case 'silence': {
      const entries = stage.take({ type: 'tick', at: nextWake(stage.state) ?? stage.state.now });
      return { letter: { do: 'silence' }, entries: [...entries, ...settle(stage)] };
    }
    case 'act': {
      const entries = stage.act(ACTIONS[next.action]);
      const [entry] = entries.filter(({ kind }) => kind === 'action');
      if (entry?.kind !== 'action' || entry.outcome.status === 'refused')
        return { letter: undefined, entries: [] };
      const signs = { ...NO_SIGNS, actions: [next.action, `${next.action}:${entry.outcome.verdict}`] };
      const seen = SILENT_ACTIONS.has(next.action) ? undefined : signs;
      const letter: Letter =
        next.action === 'close'
          ? { do: 'close' }
          : { do: 'act', action: next.action, right: entry.outcome.verdict === 'right', signs: seen };
      return { letter, entries: [...entries, ...settle(stage)] };
    }
    case 'reply': {
      const ids = Object.keys(cues);
      const claim = Object.keys(claims)[next.claim];
      const entries = stage.reply(
        {
          acts: next.acts,
          cues: [...new Set(next.cues.flatMap((n) => ids[n % Math.max(1, ids.length)] ?? []))],
          claims: claim ? { [claim]: next.verdict } : {},
        },
        next.copy ? '同一句话' : undefined,
      );
      const [entry] = entries.filter(({ kind }) => kind === 'reply');
      if (entry?.kind !== 'reply') throw new Error('the reply is not in the log');
      return { letter: { do: 'reply', signs: replySigns(entry) }, entries: [...entries, ...settle(stage)] };
    }
  }
}

const poolsIn = (entries: readonly Entry[]): string[] =>
  entries
    .flatMap((entry) => (entry.kind === 'message' ? [entry.pool] : []))
    // Thrown in by the words, of which the model knows nothing: they change nothing.
    .filter((pool) => pool !== 'voice.interject')
    .filter((pool, index, all) => pool !== all[index - 1]);

/** The rules that took effect and are noted in the log. */
const rulesIn = (entries: readonly Entry[]): string[] =>
  entries
    .flatMap((entry) => (entry.kind === 'effect' ? entry.notes : []))
    .filter(({ kind }) => kind === 'reaction' || kind === 'red-line')
    .map(({ kind, id }) => `${kind}:${id}`);

it('the explored model of a customer does what the statechart does, whatever the agent does', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: exercises.length - 1 }),
      fc.integer({ min: 0, max: 0xffffffff }),
      fc.array(turn, { maxLength: 14 }),
      (number, seed, turns) => {
        const exercise = exercises[number];
        if (!exercise) return;
        const stage = new Stage(exercise, seed);
        settle(stage);
        let answer: Answer = startOf(exercise.facts);
        for (const next of turns) {
          if (typeof answer.next === 'string' || stage.state.over) break;
          const mind: Mind = answer.next;
          const { letter, entries } = play(stage, exercise, next);
          if (!letter) continue;
          answer = take(exercise.facts, mind, letter);
          expect({ fired: rulesIn(entries), said: poolsIn(entries), ...sight(stage) }).toEqual({
            fired: answer.fired.filter((rule) => /^(?:reaction|red-line):/.test(rule)),
            said: answer.said.filter((pool, index) => pool !== answer.said[index - 1]),
            ...sightOf(answer),
          });
        }
      },
    ),
    { numRuns: 400, seed: 20_260_513 },
  );
}, 60_000);

function sight(stage: Stage): { next: unknown } {
  const { ending, machine } = stage.state;
  if (ending !== undefined) return { next: ending };
  const { level, beat, soothed, known, used } = machine.context;
  return { next: { at: placeIn(stage), level, beat, soothed, used, known: Object.keys(known).sort() } };
}

function sightOf({ next }: Answer): { next: unknown } {
  if (typeof next === 'string') return { next };
  const { at, level, beat, soothed, known, used } = next;
  return { next: { at, level, beat, soothed, used, known: Object.keys(known).sort() } };
}
