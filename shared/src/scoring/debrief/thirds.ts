import type { Record } from '../record';
import type { Evidence } from '../scorecard';
import type { Debrief, Third } from './schema';

/** Below this many replies a third says nothing. */
const ENOUGH = 6;

/** R98: does the service at the end hold what it was at the beginning? */
export function thirdsOf(record: Record, lost: readonly Evidence[]): Debrief['thirds'] {
  const { replies } = record;
  if (replies.length < ENOUGH) return null;
  const size = Math.floor(replies.length / 3);
  const seqs = replies.map(({ seq }) => seq);
  return {
    first: third(record, lost, seqs.slice(0, size)),
    last: third(record, lost, seqs.slice(-size)),
  };
}

function third({ times, effects }: Record, lost: readonly Evidence[], seqs: readonly number[]): Third {
  const waits = times.filter(({ answered }) => answered !== null && seqs.includes(answered));
  const timed = waits.filter(({ limit }) => limit !== null);
  const inTime = timed.filter(({ ms, limit }) => ms <= (limit ?? 0));
  const reached = effects
    .filter((effect) => effect.replies.some((seq) => seqs.includes(seq)))
    .flatMap(({ notes }) => notes.filter(({ kind }) => kind === 'need' || kind === 'told'));
  return {
    replies: seqs.length,
    inTime: timed.length === 0 ? null : inTime.length / timed.length,
    wait: waits.length === 0 ? null : waits.reduce((sum, { ms }) => sum + ms, 0) / waits.length,
    faults: lost.filter(({ seq }) => seqs.includes(seq)).length,
    progress: reached.length,
  };
}
