import { BOILING_POINT } from '../../persona/schema';
import type { Note } from '../../rehearsal/entry';
import { type Case, once } from '../case';
import { holds, type Situation } from '../condition';
import type { CustomerContext } from './context';

/** What a burst does to the customer's feelings. */
export type Feelings = Pick<CustomerContext, 'level' | 'known' | 'used' | 'soothed' | 'turn'> & {
  readonly notes: readonly Note[];
  /** The pool of the first reaction that has words. */
  readonly says: string | undefined;
  /** How many sleeping doubts wake. */
  readonly doubts: number;
};

/** Whether the customer is in a mood in which nothing counts before a soothing word, and none has come (R22). */
export function isGated({ persona: { gate } }: Case, { soothed }: CustomerContext, now: Situation): boolean {
  return gate !== undefined && !soothed && gate.while.includes(now.tone) && !holds(gate.until, now);
}

/** All fitting reactions of script and persona together, and the gate. */
export function feel(facts: Case, context: CustomerContext, now: Situation): Feelings {
  const { gate } = facts.persona;
  const used = { ...context.used };
  const known = { ...context.known };
  const notes: Note[] = [];
  let by = 0;
  let doubts = 0;
  let words: { pool: string; enough: boolean } | undefined;
  for (const { id, when, mood, limit, pool, enough, addsDoubt } of reactionsOf(facts)) {
    // What does not count for the task does not soften either: a solution in anger is no help yet.
    if (context.blocked && mood < 0) continue;
    if (!holds(when, now) || (limit && (used[id] ?? 0) >= limit)) continue;
    if (limit) used[id] = (used[id] ?? 0) + 1;
    by += mood;
    notes.push({ kind: 'reaction', id });
    known[`reacted:${id}`] = true;
    if (addsDoubt) doubts += 1;
    if (pool) words ??= { pool, enough };
  }
  if (gate && isGated(facts, context, now) && holds(gate.refuses, now)) {
    by += gate.mood;
    notes.push({ kind: 'blocked', id: 'gate' });
    words = { pool: words?.pool ?? 'voice.blocked', enough: true };
  }
  const passed = gate !== undefined && holds(gate.until, now);
  return {
    level: Math.max(0, Math.min(BOILING_POINT, context.level + by)),
    known,
    used,
    soothed: passed || (context.soothed && by <= 0),
    turn: { ...context.turn, spoke: words !== undefined, asked: words?.enough ?? false },
    notes,
    says: words?.pool,
    doubts,
  };
}

/** The reactions of the case, the script's own first, with the pools of their words; asked for at every burst. */
export const reactionsOf = once(({ script, persona }: Case) => [
  ...script.reactions.map((reaction) => ({
    ...reaction,
    enough: false,
    addsDoubt: false,
    pool: reaction.say && `reaction.${reaction.id}`,
  })),
  ...persona.reactions.map((reaction) => ({ ...reaction, pool: reaction.say && `voice.${reaction.say}` })),
]);
