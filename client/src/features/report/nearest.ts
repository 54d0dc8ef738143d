import type { Entry } from '@kefu/shared/rehearsal/entry';

/**
 * The entry to show for a place in the log. What happened inside the customer has no line of its own: the reply
 * that caused it is shown, or what was said last before.
 */
export function placeOf(log: readonly Entry[], seq: number): number | null {
  const entry = log.find((candidate) => candidate.seq === seq);
  if (!entry) return null;
  if (entry.kind !== 'effect') return seq;
  return (
    entry.replies.at(-1) ?? log.findLast((other) => other.seq < seq && other.kind !== 'effect')?.seq ?? null
  );
}
