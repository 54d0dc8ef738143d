import type { Clock } from '@kefu/server/clock';

/**
 * A clock on which the customers of the benchmark live: many times quicker than ours, so that reading and typing, which are
 * waiting and cost nothing, take no time. All that is done in a turn is done.
 * @param speed how many of its ms pass in one of ours
 */
export const fastClock = (speed: number): Clock => ({
  now: () => performance.now() * speed,
  date: () => new Date(),
  after: (ms, run) => {
    const timer = setTimeout(run, Math.min(ms / speed, 2 ** 31 - 1));
    return () => clearTimeout(timer);
  },
});
