import { describe, expect, test } from 'vitest';
import { type Command, command, currentOf, type Playing, startPlaying } from './player';

type Lines = Parameters<typeof command>[0]['lines'];

const message = (seq: number, at: number): Lines[number] => ({
  ...{ seq, at, kind: 'message', typedFrom: Math.max(0, at - 1_000), content: { text: '在吗' }, owes: true },
});
/** Words at 2 s, two entries in one moment at 20 s, and the end at 30 s. */
const lines = [message(1, 2_000), message(3, 20_000), message(4, 20_000), message(6, 30_000)];
const stirs = lines.flatMap(({ at }) => [{ at: at - 1_000 }, { at }]);
const track = { lines, stirs, until: 30_000 };

const after = (orders: readonly Command[], from: Playing = startPlaying(0, false)): Playing =>
  orders.reduce((now, order) => command(track, now, order), from);

describe('going to a moment', () => {
  test('never leaves the rehearsal', () => {
    expect(after([{ do: 'seek', at: -5 }]).at).toBe(0);
    expect(after([{ do: 'seek', at: Number.POSITIVE_INFINITY }]).at).toBe(30_000);
    expect(after([{ do: 'move', by: -5_000 }]).at).toBe(0);
  });

  test('shows the last line that has happened, and none before the first', () => {
    expect(currentOf(track, after([{ do: 'seek', at: 1_999 }]))).toBeNull();
    expect(currentOf(track, after([{ do: 'seek', at: 20_000 }]))).toBe(4);
  });

  test('goes line by line, also through those of one moment, and stops at both ends', () => {
    const next = { do: 'step', by: 1 } as const;
    const back = { do: 'step', by: -1 } as const;
    const seen = [1, 2, 3, 4, 5].map((count) => currentOf(track, after(Array(count).fill(next))));
    expect(seen).toEqual([1, 3, 4, 6, 6]);
    expect(currentOf(track, after([next, next, next, back]))).toBe(3);
    expect(after([next, back])).toMatchObject({ at: 0, asked: null });
  });

  test('a line that is asked for is shown until time moves on', () => {
    const shown = after([{ do: 'show', seq: 3 }]);
    expect(currentOf(track, shown)).toBe(3);
    expect(currentOf(track, after([{ do: 'toggle' }, { do: 'pass', ms: 100 }], shown))).toBe(4);
  });
});

describe('playing', () => {
  test('passes as much time as has passed, times the speed', () => {
    const orders = [{ do: 'speed', speed: 4 }, { do: 'toggle' }, { do: 'pass', ms: 250 }] as const;
    expect(after(orders).at).toBe(1_000);
  });

  test('passes no time while it pauses', () => {
    expect(after([{ do: 'pass', ms: 250 }]).at).toBe(0);
  });

  test('stops at the end, and begins again from there', () => {
    const ended = after([{ do: 'seek', at: 29_990 }, { do: 'toggle' }, { do: 'pass', ms: 50 }]);
    expect(ended).toMatchObject({ at: 30_000, playing: false });
    expect(after([{ do: 'toggle' }], ended)).toMatchObject({ at: 0, playing: true });
  });

  test('jumps over a long silence to shortly before the next stir, if that is wanted', () => {
    const pass: readonly Command[] = [{ do: 'seek', at: 2_500 }, { do: 'toggle' }, { do: 'pass', ms: 100 }];
    expect(after(pass).at).toBe(2_600);
    // The customer begins to type at 19 s.
    expect(after(pass, startPlaying(0, true)).at).toBe(18_200);
  });

  test('plays a short silence as it was', () => {
    const pass: readonly Command[] = [{ do: 'seek', at: 17_000 }, { do: 'toggle' }, { do: 'pass', ms: 100 }];
    expect(after(pass, startPlaying(0, true)).at).toBe(17_100);
  });
});
