import type { Clock } from '../clock';
import type { Running } from '../storage/rehearsals';

/** How often the clock is stored: a killed server forgets at most this much time. */
const SAVE_EVERY_MS = 2_000;

/**
 * Counts the time during which the server has been up, all its runs together. Rehearsals take their time from it, so that none
 * goes on while the server is down, and one stored number keeps the clocks of all of them.
 */
export class ServiceClock {
  private readonly clock: Clock;
  private readonly base: number;
  private cancel: () => void = () => {};

  /**
   * @param stored the time last stored; what happened later in a rehearsal shows that more time had passed
   */
  constructor(clock: Clock, stored: number, running: readonly Running[]) {
    this.clock = clock;
    const latest = running.reduce(
      (most, { begunAt, lastAt }) => Math.max(most, begunAt + (lastAt ?? 0)),
      stored,
    );
    this.base = latest - clock.now();
  }

  readonly now = (): number => Math.floor(this.base + this.clock.now());

  readonly after = (ms: number, run: () => void): (() => void) => this.clock.after(ms, run);

  /** Stores the time again and again while `needed`, for all rehearsals in one update. */
  keep(store: () => Promise<void>, needed: () => boolean): void {
    this.cancel = this.clock.after(SAVE_EVERY_MS, async () => {
      if (needed()) await store();
      this.keep(store, needed);
    });
  }

  stop(): void {
    this.cancel();
  }
}
