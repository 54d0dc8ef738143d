import type { Clock } from '../clock';

type Timer = { readonly at: number; readonly run: () => void };

/** A clock that a test turns by hand. */
export class ManualClock implements Clock {
  private time = 0;
  private timers: Timer[] = [];
  private calendar = new Date('2026-05-13T07:00:00Z').getTime();

  readonly now = (): number => this.time;

  readonly date = (): Date => new Date(this.calendar + this.time);

  readonly after = (ms: number, run: () => void): (() => void) => {
    const timer = { at: this.time + ms, run };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  };

  /** Lets time pass, every timer at its own moment, and waits after each for what it has begun. */
  async advance(ms: number): Promise<void> {
    const until = this.time + ms;
    for (;;) {
      const next = this.timers.toSorted((a, b) => a.at - b.at)[0];
      if (!next || next.at > until) break;
      this.timers = this.timers.filter((timer) => timer !== next);
      this.time = Math.max(this.time, next.at);
      next.run();
      await turns();
    }
    this.time = until;
    await turns();
  }

  /** Somebody sets the computer's calendar forward or, with a negative number, back; durations know nothing of it. */
  setCalendar(ms: number): void {
    this.calendar += ms;
  }

  /** Lets much time pass at once: what was due in it happens afterwards, late. */
  async leap(ms: number): Promise<void> {
    this.time += ms;
    await this.advance(0);
  }
}

/** Enough turns of the event loop for a group commit and what follows from it. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 8; turn++) await new Promise((resolve) => setImmediate(resolve));
}
