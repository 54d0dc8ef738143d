import { toneOf } from '../persona/schema';
import type { ActionEntry, EffectEntry, Entry, MessageEntry, ReplyEntry } from '../rehearsal/entry';
import { replySigns } from '../rehearsal/signs';
import type { Case } from '../script/case';
import { type Condition, holds, NO_SIGNS, type Signs } from '../script/condition';
import type { Ending } from '../script/kinds';
import { signAtoms } from '../script/machine/signs';
import type { Act } from '../understanding/acts';
import type { ActHit } from '../understanding/understood';
import type { Rubric } from './rubric';
import type { ResponseTime } from './scorecard';
import { responseTimes } from './times';

/** An act with the reply that did it. */
export type DoneAct = ActHit & { readonly reply: ReplyEntry };

/** A finished rehearsal, arranged for measuring. */
export type Record = {
  readonly facts: Case;
  readonly rubric: Rubric;
  /** 1, 1.5, 2, or 0 without a timer. */
  readonly pace: number;
  readonly log: readonly Entry[];
  readonly replies: readonly ReplyEntry[];
  readonly actions: readonly ActionEntry[];
  readonly messages: readonly MessageEntry[];
  readonly effects: readonly EffectEntry[];
  readonly times: readonly ResponseTime[];
  readonly acts: readonly DoneAct[];
  readonly ending: Ending;
  /** Replies that do something for the customer beside greeting, thanking and asking to wait, and are no copies. */
  readonly substantial: readonly ReplyEntry[];
};

const EMPTY_ACTS: ReadonlySet<Act> = new Set<Act>([
  'greet',
  'thank',
  'close',
  'hold',
  'curt',
  'slang',
  'urge',
]);

/** Arranges a log for measuring. A log without an end counts as left by the customer. */
export function makeRecord(facts: Case, rubric: Rubric, pace: number, log: readonly Entry[]): Record {
  const replies = log.filter((entry) => entry.kind === 'reply');
  return {
    facts,
    rubric,
    pace,
    log,
    replies,
    actions: log
      .filter((entry) => entry.kind === 'action')
      .filter(({ outcome }) => outcome.status === 'done'),
    messages: log.filter((entry) => entry.kind === 'message'),
    effects: log.filter((entry) => entry.kind === 'effect'),
    times: responseTimes(log, rubric.limits, pace),
    acts: replies.flatMap((reply) => reply.understood.acts.map((hit) => ({ ...hit, reply }))),
    ending: log.find((entry) => entry.kind === 'ended')?.ending ?? 'lost',
    substantial: replies.filter(
      ({ repeated, understood }) => !repeated && understood.acts.some(({ act }) => !EMPTY_ACTS.has(act)),
    ),
  };
}

/**
 * The first reply or action with which a condition held, looking at all that had been said, done and brought about up to then.
 * @returns its place in the log, or undefined if the condition never held
 */
export const firstTime = (record: Record, condition: Condition): { seq: number } | undefined =>
  timesOf(record, condition).next().value ?? undefined;

/** Every entry with which a condition held, each once; for conditions on the signs of one reply. */
export const everyTime = (record: Record, condition: Condition): { seq: number }[] =>
  [...new Set([...timesOf(record, condition)].map(({ seq }) => seq))].map((seq) => ({ seq }));

function* timesOf({ facts, log }: Record, condition: Condition): Generator<{ seq: number }, undefined> {
  const known: { [key: string]: true } = { [`variant:${facts.variant}`]: true };
  let level = facts.startLevel;
  for (const entry of log) {
    const { signs, learnt, seq } = traceOf(entry);
    if (entry.kind === 'effect') level = entry.to;
    for (const atom of learnt) known[atom] = true;
    const situation = { signs, known, tone: toneOf(facts.persona, level), needs: Object.keys(facts.needs) };
    if (holds(condition, situation)) yield { seq };
    for (const atom of signAtoms(signs)) known[atom] = true;
  }
  return undefined;
}

/** What an entry shows, what it leaves behind, and the entry that is to be credited with it. */
function traceOf(entry: Entry): { signs: Signs; learnt: string[]; seq: number } {
  const { seq } = entry;
  switch (entry.kind) {
    case 'reply':
      return { signs: replySigns(entry), learnt: [], seq };
    case 'action': {
      const { action, outcome } = entry;
      if (outcome.status === 'refused') return { signs: NO_SIGNS, learnt: [], seq };
      const actions = [action.do, `${action.do}:${outcome.verdict}`];
      return {
        signs: { ...NO_SIGNS, actions },
        learnt: outcome.verdict === 'right' ? [`did:${action.do}`] : [],
        seq,
      };
    }
    case 'effect': {
      const learnt = entry.notes.flatMap(({ kind, id }) => {
        if (kind === 'reaction') return [`reacted:${id}`];
        return kind === 'need' || kind === 'told' || kind === 'beat' ? [`${kind}:${id}`] : [];
      });
      return { signs: NO_SIGNS, learnt, seq: entry.replies.at(-1) ?? seq };
    }
    case 'message':
    case 'ended':
      return { signs: NO_SIGNS, learnt: [], seq };
  }
}
