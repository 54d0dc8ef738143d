import type { Entry } from '../rehearsal/entry';
import type { Script } from '../script/schema';
import { readMoment } from '../understanding/dates';
import type { ResponseTime } from './scorecard';

/**
 * Every wait of the customer for an answer: from the oldest unanswered message that owes one to the next reply (R01), the first
 * of them being the first response (R02). Farewells start no clock; nudges while waiting do not start it anew.
 * @param limits seconds; a pace of 0 means no limits
 */
export function responseTimes(
  log: readonly Entry[],
  limits: { readonly first: number; readonly each: number },
  pace: number,
): ResponseTime[] {
  const times: ResponseTime[] = [];
  let asked: { seq: number; at: number } | undefined;
  const add = (from: { seq: number; at: number }, answered: number | null, until: number) => {
    const kind = times.length === 0 ? 'first' : 'each';
    times.push({
      kind,
      asked: from.seq,
      answered,
      ms: until - from.at,
      limit: pace === 0 ? null : limits[kind] * 1000 * pace,
    });
  };
  for (const entry of log) {
    if (entry.kind === 'message' && entry.owes) asked ??= entry;
    else if (entry.kind === 'reply' && asked) {
      add(asked, entry.seq, entry.at);
      asked = undefined;
    }
  }
  const last = log.at(-1);
  if (asked && last && pace !== 0) {
    // Never answered: it counts from the moment at which it was overdue.
    const overdue = limits[times.length === 0 ? 'first' : 'each'] * 1000 * pace;
    if (last.at - asked.at > overdue) add(asked, null, last.at);
  }
  return times;
}

/**
 * When the first reply to the complaint ticket is due, ms since the start: it was filed before, so some of its time is
 * gone (R10). Null without a ticket, and where nothing is timed.
 */
export function ticketDue(
  { ticket, now }: Pick<Script, 'ticket' | 'now'>,
  limits: { readonly ticket: number },
  pace: number,
): number | null {
  if (!ticket || pace === 0) return null;
  const gone = (readMoment(now) ?? 0) - (readMoment(ticket.opened) ?? 0);
  return limits.ticket * 1000 * pace - gone;
}
