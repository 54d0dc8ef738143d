import { describe, expect, it } from 'vitest';
import type { Entry } from '../rehearsal/entry';
import { responseTimes, ticketDue } from './times';

const LIMITS = { first: 30, each: 20 };
let seq = 0;
const message = (at: number, owes = true): Entry => ({
  seq: ++seq,
  at: at * 1000,
  kind: 'message',
  typedFrom: at * 1000,
  content: { text: '在吗' },
  owes,
  pool: 'beat.opening',
  line: 0,
});
const reply = (at: number): Entry => ({
  seq: ++seq,
  at: at * 1000,
  kind: 'reply',
  id: `r${at}`,
  text: '在的',
  understood: { acts: [], cues: [], claims: [] },
  repeated: false,
  contradicts: false,
});
const ended = (at: number): Entry => ({ seq: ++seq, at: at * 1000, kind: 'ended', ending: 'lost' });
const late = (log: Entry[], pace = 1) =>
  responseTimes(log, LIMITS, pace).map(({ kind, ms, limit }) => [kind, ms, limit !== null && ms > limit]);

describe('the response clock', () => {
  it('passes a first reply at 30.0 s and fails it at 30.1 s (R02)', () => {
    expect(late([message(1), reply(31)])).toEqual([['first', 30_000, false]]);
    expect(late([message(1), reply(31.1)])).toEqual([['first', 30_100, true]]);
  });

  it('passes each later reply at 20.0 s and fails it at 20.1 s (R01)', () => {
    const first = () => [message(0), reply(1)];
    expect(late([...first(), message(2), reply(22)]).at(-1)).toEqual(['each', 20_000, false]);
    expect(late([...first(), message(2), reply(22.1)]).at(-1)).toEqual(['each', 20_100, true]);
  });

  it('runs from the oldest unanswered message, not from the latest nudge', () => {
    expect(late([message(0), message(5), message(25), reply(28)])).toEqual([['first', 28_000, false]]);
  });

  it('is not started by a farewell', () => {
    expect(late([message(0), reply(2), message(4, false), reply(60)])).toEqual([['first', 2_000, false]]);
  });

  it('counts only the first of several replies in a row', () => {
    expect(late([message(0), reply(2), reply(50)])).toHaveLength(1);
  });

  it('counts a message that was never answered once it is overdue', () => {
    expect(late([message(0), ended(100)])).toEqual([['first', 100_000, true]]);
    expect(late([message(0), reply(1), message(2), ended(10)])).toHaveLength(1);
  });

  it('stretches its limits with the pace and has none without a timer', () => {
    expect(late([message(0), reply(44)], 1.5)).toEqual([['first', 44_000, false]]);
    expect(late([message(0), reply(400)], 0)).toEqual([['first', 400_000, false]]);
  });
});

describe('the complaint ticket', () => {
  const script = { now: '2026-05-21T10:12', ticket: { id: 'T1', opened: '2026-05-21T10:04' } };

  it('is due fifteen minutes after it was filed, of which some are gone when the talk begins', () => {
    expect(ticketDue(script, { ticket: 900 }, 1)).toBe(7 * 60_000);
    expect(ticketDue(script, { ticket: 900 }, 2)).toBe(22 * 60_000);
  });

  it('is never due where there is none or nothing is timed', () => {
    expect(ticketDue({ now: script.now, ticket: undefined }, { ticket: 900 }, 1)).toBeNull();
    expect(ticketDue(script, { ticket: 900 }, 0)).toBeNull();
  });
});
