import type { ViewEntry } from '@kefu/shared/rehearsal/view';

/** What a reply may take at pace 1, ms: the first one (R02) and each (R01). */
export const LIMITS = { first: 30_000, each: 20_000 } as const;

/** The last part of the time, in which the clock warns, ms. */
const SOON_MS = 5_000;

/** A customer who waits: since when, and for how long that is in order; null when the rehearsal is untimed. */
export type Wait = { kind: 'first' | 'each'; since: number; limit: number | null };

export type Countdown =
  | { phase: 'running' | 'soon'; left: number; share: number }
  | { phase: 'over'; over: number };

type Fold = { open: Wait | null; replied: boolean; took: Map<number, { ms: number; late: boolean }> };

/** The open wait: from the oldest customer message that owes an answer and has none. Null when nobody waits. */
export const openWait = (entries: readonly ViewEntry[], pace: number): Wait | null =>
  fold(entries, pace).open;

/** How long the customer had waited for each reply, by the reply's number; replies nobody waited for have none. */
export const waitsOf = (entries: readonly ViewEntry[], pace: number): Fold['took'] =>
  fold(entries, pace).took;

/** Whole seconds are shown, but the phase turns at the exact moment: 20.0 s is in time, 20.1 s is not. */
export function countdown(wait: Wait, now: number): Countdown | null {
  if (wait.limit === null) return null;
  const left = wait.limit - (now - wait.since);
  if (left < 0) return { phase: 'over', over: -left };
  return { phase: left <= SOON_MS ? 'soon' : 'running', left, share: Math.min(1, left / wait.limit) };
}

function fold(entries: readonly ViewEntry[], pace: number): Fold {
  const state: Fold = { open: null, replied: false, took: new Map() };
  for (const entry of entries) {
    if (entry.kind === 'message' && entry.owes && state.open === null) {
      const kind = state.replied ? 'each' : 'first';
      state.open = { kind, since: entry.at, limit: pace === 0 ? null : LIMITS[kind] * pace };
    } else if (entry.kind === 'reply') {
      if (state.open) {
        const ms = entry.at - state.open.since;
        state.took.set(entry.seq, { ms, late: state.open.limit !== null && ms > state.open.limit });
      }
      state.open = null;
      state.replied = true;
    } else if (entry.kind === 'ended') {
      state.open = null;
    }
  }
  return state;
}
