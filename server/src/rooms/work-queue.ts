import type { GroupCommit } from '../storage/group-commit';

/** How long work may hold up the event loop at a stretch, ms: so long a message may wait before it is stored. */
const SLICE_MS = 1;

/** Where much waits, as on a slow disk, this share of it is done at a stretch: it is stored together, which takes less time. */
const SHARE = 1 / 4;

/**
 * The work of all rooms, one after the other in the order in which it came. Between two slices the event loop takes what has
 * arrived and stores it: who writes waits for the disk, not for others' customers.
 */
export class WorkQueue {
  private readonly waiting: (() => void)[] = [];
  private readonly commits: GroupCommit;

  constructor(commits: GroupCommit) {
    this.commits = commits;
  }

  /** How much waits for its turn. */
  get length(): number {
    return this.waiting.length;
  }

  /** @param work computes, without waiting for anything */
  run<T>(work: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.waiting.push(() => {
        try {
          resolve(work());
        } catch (error) {
          reject(error);
        }
      });
      if (this.waiting.length === 1) this.goOn();
    });
  }

  private goOn(): void {
    // In this order: whatever arrives until then is stored and acknowledged before the next slice.
    this.commits.soon();
    setImmediate(() => this.slice());
  }

  private slice(): void {
    const until = performance.now() + SLICE_MS;
    const least = this.waiting.length * (1 - SHARE);
    while (this.waiting.length > least || (this.waiting.length > 0 && performance.now() < until))
      this.waiting.shift()?.();
    if (this.waiting.length > 0) this.goOn();
  }
}
