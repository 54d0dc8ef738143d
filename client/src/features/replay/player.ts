import { countUntil } from '../../transcript/moment';
import { lineAt, type Track } from './scene';

export const SPEEDS = [1, 2, 4, 8] as const;
export type Speed = (typeof SPEEDS)[number];

/** Where a replay stands. */
export type Playing = {
  /** ms since the start of the rehearsal. */
  readonly at: number;
  readonly playing: boolean;
  readonly speed: Speed;
  /** Long silences are jumped over. */
  readonly skips: boolean;
  /** The line that was asked for, by its number. Of lines at the same time the last is meant where none was. */
  readonly asked: number | null;
};

export type Command =
  | { do: 'toggle' | 'pause' }
  /** To a time, ms; beyond an end is that end. `seq`: and show this line of it. */
  | { do: 'seek'; at: number; seq?: number }
  /** By so many ms. */
  | { do: 'move'; by: number }
  /** To a line by its number in the log. */
  | { do: 'show'; seq: number }
  /** To the next line or the one before. */
  | { do: 'step'; by: 1 | -1 }
  | { do: 'speed'; speed: Speed }
  | { do: 'skip'; skips: boolean }
  /** Real time has passed, ms. */
  | { do: 'pass'; ms: number };

/** A silence longer than this is jumped over, ms; what is left of it leads into what comes. */
const SILENCE_MS = 3_000;
const LEAD_MS = 800;

export const startPlaying = (at: number, skips: boolean): Playing => ({
  at,
  playing: false,
  speed: 1,
  skips,
  asked: null,
});

/** The replay after a command. Pure; the clock that passes the time is elsewhere. */
export function command(track: Track, now: Playing, order: Command): Playing {
  const to = (at: number, asked: number | null = null): Playing => ({
    ...now,
    at: Math.max(0, Math.min(track.until, at)),
    asked,
  });
  switch (order.do) {
    case 'toggle':
      if (now.playing) return { ...now, playing: false };
      // From its end it begins again.
      return { ...(now.at >= track.until ? to(0) : now), playing: true };
    case 'pause':
      return { ...now, playing: false };
    case 'seek':
      return to(order.at, order.seq ?? null);
    case 'move':
      return to(now.at + order.by);
    case 'show': {
      const line = track.lines.find(({ seq }) => seq === order.seq);
      return line ? to(line.at, line.seq) : now;
    }
    case 'step': {
      const here = track.lines.findIndex(({ seq }) => seq === currentOf(track, now));
      const line = track.lines[here + order.by];
      if (line) return to(line.at, line.seq);
      return order.by < 0 ? to(0) : to(track.until);
    }
    case 'speed':
      return { ...now, speed: order.speed };
    case 'skip':
      return { ...now, skips: order.skips };
    case 'pass': {
      if (!now.playing) return now;
      const moved = to(now.at + order.ms * now.speed);
      const at = now.skips ? overSilence(track, moved.at) : moved.at;
      return { ...moved, at, playing: at < track.until };
    }
  }
}

/** The number of the line at the cursor; null before the first. */
export const currentOf = (track: Track, { at, asked }: Playing): number | null =>
  asked ?? lineAt(track, at)?.seq ?? null;

/** The time itself, or shortly before the next stir where nothing happens for long. */
function overSilence({ stirs }: Track, at: number): number {
  const next = stirs[countUntil(stirs, at)];
  return next && next.at - at > SILENCE_MS ? next.at - LEAD_MS : at;
}
