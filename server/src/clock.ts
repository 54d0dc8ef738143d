/** Where time comes from. Tests bring their own and turn it by hand. */
export type Clock = {
  /** Ms since some moment, never backwards; stands still while the computer sleeps. For durations. */
  readonly now: () => number;
  /** What the calendar says. For people and for expiry. */
  readonly date: () => Date;
  /** Calls back once after `ms`; the result takes it back. */
  readonly after: (ms: number, run: () => void) => () => void;
};

/** Node takes longer delays for 1 ms. */
const LONGEST_DELAY = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => performance.now(),
  date: () => new Date(),
  after: (ms, run) => {
    const timer = setTimeout(run, Math.min(Math.max(0, ms), LONGEST_DELAY));
    return () => clearTimeout(timer);
  },
};
