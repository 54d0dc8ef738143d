import type { ActionEntry, MessageEntry, ReplyEntry } from '../../rehearsal/entry';
import type { Bilingual } from '../../script/text';
import type { DoneAct, Record } from '../record';
import type { Evidence } from '../scorecard';

/** What an indicator found. Points run from 0 to 100; null when it could not occur in this rehearsal. */
export type Measured = { points: number | null; value: Bilingual; evidence: Evidence[] };

/** Measures one indicator of a finished rehearsal. */
export type MeasureFunction = (record: Record) => Measured;

export const both = (zh: string, en: string): Bilingual => ({ zh, en });

export const NOT_APPLICABLE: Measured = {
  points: null,
  value: both('不适用', 'not applicable'),
  evidence: [],
};

/**
 * Probability from which a good act may be turned against the trainee, as for an order that was wrong: as sure as a bad act must be.
 */
const SURE = 0.88;
export const isSure = ({ confidence }: { readonly confidence: number }): boolean => confidence >= SURE;

/** Keeps points within 0–100. */
export const clamp = (points: number): number => Math.max(0, Math.min(100, points));

/** Evidence on the words of an act. */
export const actEvidence = (
  { reply, start, end }: DoneAct,
  effect: Evidence['effect'],
  note: Bilingual,
): Evidence => wordsEvidence(reply, { start, end }, effect, note);

/** Evidence on a span of a reply. */
export const wordsEvidence = (
  reply: ReplyEntry,
  { start, end }: { start: number; end: number },
  effect: Evidence['effect'],
  note: Bilingual,
): Evidence => ({ seq: reply.seq, start, end, words: reply.text.slice(start, end), effect, note });

/** Evidence on a whole entry. */
export const entryEvidence = (
  { seq }: ReplyEntry | ActionEntry | MessageEntry | { seq: number },
  effect: Evidence['effect'],
  note: Bilingual,
): Evidence => ({ seq, effect, note });

/** Evidence of what never came: it points to the latest reply, where it was still possible, or to what nobody answered. */
export function missing({ replies, messages, log }: Record, note: Bilingual, rule?: string): Evidence {
  const { seq } = replies.at(-1) ?? messages[0] ?? log[0] ?? { seq: 1 };
  return { seq, effect: 'lost', absent: true, note, ...(rule !== undefined && { rule }) };
}

/**
 * Faults cost `each` points of 100. Where nothing of substance was said there was no occasion for a fault,
 * so the indicator is left out instead of being given for free.
 */
export function faults(record: Record, lost: readonly Evidence[], each: number, none: Bilingual): Measured {
  if (record.substantial.length === 0 && lost.length === 0) return NOT_APPLICABLE;
  const value = lost.length === 0 ? none : both(`${lost.length} 处`, `${lost.length} found`);
  return { points: clamp(100 - each * lost.length), value, evidence: [...lost] };
}
