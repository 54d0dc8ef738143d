/** The rehearsal's clock as seen from here: its time is the local time plus `ahead`, ms. */
export type RehearsalClock = { readonly ahead: number };

/**
 * A `now` of the server can only be late, by the way it travelled: the sample that puts the clock furthest ahead is
 * the best. After a new join the clock may stand elsewhere (the server was away), so that one counts alone.
 */
export function synchronise(
  clock: RehearsalClock | null,
  sample: { now: number; local: number },
): RehearsalClock {
  const ahead = sample.now - sample.local;
  return clock === null || ahead > clock.ahead ? { ahead } : clock;
}

export const timeOn = (clock: RehearsalClock, local: number): number => local + clock.ahead;
