type Due = { readonly id: string; readonly at: number };

export type AlarmClock = {
  readonly now: () => number;
  readonly after: (ms: number, run: () => void) => () => void;
};

/**
 * One timer for any number of wake-ups: a binary heap by time, with the timer set to its top. Setting a wake-up again
 * leaves the old one in the heap, where it is passed over.
 */
export class Alarm {
  private readonly heap: Due[] = [];
  private readonly current = new Map<string, Due>();
  private cancel: () => void = () => {};
  /** The time for which the timer is set. */
  private awaited: number | undefined;
  private isStopped = false;
  private readonly clock: AlarmClock;
  private readonly ring: (id: string) => void;

  constructor(clock: AlarmClock, ring: (id: string) => void) {
    this.clock = clock;
    this.ring = ring;
  }

  /** Rings for this id at that time, and no more at any other; at once where the time has come. */
  set(id: string, at: number): void {
    if (this.isStopped || this.current.get(id)?.at === at) return;
    if (at <= this.clock.now()) {
      this.clear(id);
      this.ring(id);
      return;
    }
    const due = { id, at };
    this.current.set(id, due);
    this.push(due);
    this.wait();
  }

  clear(id: string): void {
    this.current.delete(id);
    this.wait();
  }

  /** Silent for ever. */
  stop(): void {
    this.isStopped = true;
    this.current.clear();
    this.wait();
  }

  private wait(): void {
    const next = this.next();
    if (next?.at === this.awaited) return;
    this.cancel();
    this.awaited = next?.at;
    if (next) this.cancel = this.clock.after(Math.max(0, next.at - this.clock.now()), () => this.ringDue());
  }

  private ringDue(): void {
    this.awaited = undefined;
    for (let next = this.next(); next && next.at <= this.clock.now(); next = this.next()) {
      this.current.delete(next.id);
      this.ring(next.id);
    }
    this.wait();
  }

  /** The earliest wake-up that still stands. */
  private next(): Due | undefined {
    for (;;) {
      const top = this.heap[0];
      if (!top || this.current.get(top.id) === top) return top;
      this.pop();
    }
  }

  private push(due: Due): void {
    let index = this.heap.push(due) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = this.heap[parent];
      if (!above || above.at <= due.at) break;
      this.heap[index] = above;
      index = parent;
    }
    this.heap[index] = due;
  }

  private pop(): void {
    const last = this.heap.pop();
    if (!last || this.heap.length === 0) return;
    let index = 0;
    for (;;) {
      const left = this.heap[2 * index + 1];
      const right = this.heap[2 * index + 2];
      const child = right && left && right.at < left.at ? right : left;
      if (!child || child.at >= last.at) break;
      this.heap[index] = child;
      index = child === right ? 2 * index + 2 : 2 * index + 1;
    }
    this.heap[index] = last;
  }
}
