import type { ViewEntry } from '@kefu/shared/rehearsal/view';

/** The last part of the time, in which the clock warns, ms. */
const SOON_MS = 5_000;

/** What a reply may take: seconds of the rubric, stretched by the pace; a pace of 0 means no limits. */
export type Timing = {
  readonly limits: { readonly first: number; readonly each: number };
  readonly pace: number;
};

/** A customer who waits: since when, and for how long that is in order; null when the rehearsal is untimed. */
export type Wait = { kind: 'first' | 'each'; since: number; limit: number | null };

export type Countdown =
  | { phase: 'running' | 'soon'; left: number; share: number }
  | { phase: 'over'; over: number };

type Fold = { open: Wait | null; took: Map<number, { ms: number; late: boolean }> };

/** The open wait: from the oldest customer message that owes an answer and has none. Null when nobody waits. */
export const openWait = (entries: readonly ViewEntry[], timing: Timing): Wait | null =>
  fold(entries, timing).open;

/** How long the customer had waited for each reply, by the reply's number; replies nobody waited for have none. */
export const waitsOf = (entries: readonly ViewEntry[], timing: Timing): Fold['took'] =>
  fold(entries, timing).took;

/** Whole seconds are shown, but the phase turns at the exact moment: 20.0 s is in time, 20.1 s is not. */
export function countdown(wait: Wait, now: number): Countdown | null {
  if (wait.limit === null) return null;
  const left = wait.limit - (now - wait.since);
  if (left < 0) return { phase: 'over', over: -left };
  return { phase: left <= SOON_MS ? 'soon' : 'running', left, share: Math.min(1, left / wait.limit) };
}

/** The same count as the scorecard's: the first wait is the first response, whoever opened the talk. */
function fold(entries: readonly ViewEntry[], { limits, pace }: Timing): Fold {
  const state: Fold = { open: null, took: new Map() };
  for (const entry of entries) {
    if (entry.kind === 'message' && entry.owes && state.open === null) {
      const kind = state.took.size === 0 ? 'first' : 'each';
      state.open = { kind, since: entry.at, limit: pace === 0 ? null : limits[kind] * 1000 * pace };
    } else if (entry.kind === 'reply') {
      if (state.open) {
        const ms = entry.at - state.open.since;
        state.took.set(entry.seq, { ms, late: state.open.limit !== null && ms > state.open.limit });
      }
      state.open = null;
    } else if (entry.kind === 'ended') {
      state.open = null;
    }
  }
  return state;
}
