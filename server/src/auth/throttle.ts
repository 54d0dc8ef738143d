import type { Clock } from '../clock';
import { Refusal } from '../refusal';

/** Above this many keys the idle ones are forgotten. */
const MANY_KEYS = 10_000;

/** Limits how often something happens per key: `burst` at once, then `perMinute`, by the token bucket. */
export class Throttle {
  private readonly buckets = new Map<string, { left: number; at: number }>();
  private readonly burst: number;
  private readonly perMinute: number;
  private readonly clock: Clock;

  constructor({ burst, perMinute, clock }: { burst: number; perMinute: number; clock: Clock }) {
    this.burst = burst;
    this.perMinute = perMinute;
    this.clock = clock;
  }

  /** @throws {Refusal} `too-fast` */
  take(key: string): void {
    const left = this.leftFor(key);
    if (left < 1) throw new Refusal('too-fast');
    if (this.buckets.size >= MANY_KEYS) this.forgetIdle();
    this.buckets.set(key, { left: left - 1, at: this.clock.now() });
  }

  private leftFor(key: string): number {
    const bucket = this.buckets.get(key);
    if (!bucket) return this.burst;
    return Math.min(this.burst, bucket.left + ((this.clock.now() - bucket.at) / 60_000) * this.perMinute);
  }

  private forgetIdle(): void {
    for (const key of this.buckets.keys()) if (this.leftFor(key) >= this.burst) this.buckets.delete(key);
  }
}
