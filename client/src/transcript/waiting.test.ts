import { describe, expect, test } from 'vitest';
import { ended, hidden, message, reply } from './testing';
import { countdown, openWait, waitsOf } from './waiting';

const timing = (pace = 1) => ({ limits: { first: 30, each: 20 }, pace });

describe('the open wait', () => {
  test('counts from the oldest unanswered message of a burst', () => {
    expect(openWait([message(1, 1_000), message(2, 4_000), hidden(3)], timing())).toEqual({
      kind: 'first',
      since: 1_000,
      limit: 30_000,
    });
  });

  test('gives 30 s to the first reply and 20 s to every later one', () => {
    const log = [message(1, 0), reply(2, 5_000), message(3, 9_000)];
    expect(openWait(log, timing())).toEqual({ kind: 'each', since: 9_000, limit: 20_000 });
  });

  test('gives 30 s to the first answer where the agent has opened the talk, as the scorecard does', () => {
    expect(openWait([reply(1, 0), message(2, 3_000)], timing())?.kind).toBe('first');
  });

  test('does not begin with a message that owes no answer', () => {
    expect(openWait([message(1, 0), reply(2, 1_000), message(3, 2_000, false)], timing())).toBeNull();
  });

  test('is stretched by the pace, and has no limit when untimed', () => {
    expect(openWait([message(1, 0)], timing(1.5))?.limit).toBe(45_000);
    expect(openWait([message(1, 0)], timing(0))?.limit).toBeNull();
  });

  test('ends with the rehearsal', () => {
    expect(openWait([message(1, 0), ended(2, 10)], timing())).toBeNull();
  });
});

describe('the countdown', () => {
  const wait = { kind: 'each', since: 10_000, limit: 20_000 } as const;

  test('warns in the last five seconds', () => {
    expect(countdown(wait, 24_999)?.phase).toBe('running');
    expect(countdown(wait, 25_000)?.phase).toBe('soon');
  });

  test('is in time at 20.0 s and over at 20.1 s', () => {
    expect(countdown(wait, 30_000)).toEqual({ phase: 'soon', left: 0, share: 0 });
    expect(countdown(wait, 30_100)).toEqual({ phase: 'over', over: 100 });
  });

  test('never shows more than the whole time, though the clocks differ by a moment', () => {
    expect(countdown(wait, 9_800)).toMatchObject({ share: 1 });
  });

  test('does not exist when untimed', () => expect(countdown({ ...wait, limit: null }, 99_000)).toBeNull());
});

test('each reply that somebody waited for has its time, and is late beyond the limit', () => {
  const log = [message(1, 0), reply(2, 31_000), reply(3, 32_000), message(4, 40_000), reply(5, 60_000)];
  const waits = waitsOf(log, timing());
  expect(waits.get(2)).toEqual({ ms: 31_000, late: true });
  expect(waits.has(3)).toBe(false);
  expect(waits.get(5)).toEqual({ ms: 20_000, late: false });
});
