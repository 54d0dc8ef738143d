import { type Command, command, type Playing, startPlaying } from './player';
import type { Scene } from './scene';

/** The longest time that counts between two frames, ms: a page that was in the background goes on where it was. */
const LONGEST_FRAME = 250;

/** Holds where a replay stands, and lets its time pass frame by frame while it plays. */
export class PlayerStore {
  readonly scene: Scene;
  private state: Playing;
  private readonly listeners = new Set<() => void>();
  private frame = 0;
  private last = 0;

  constructor(scene: Scene, at: number, skips: boolean) {
    this.scene = scene;
    this.state = command(scene, startPlaying(0, skips), { do: 'seek', at });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): Playing => this.state;

  readonly order = (order: Command): void => {
    this.state = command(this.scene, this.state, order);
    if (this.state.playing && this.frame === 0) {
      this.last = performance.now();
      this.frame = requestAnimationFrame(this.tick);
    }
    for (const listener of this.listeners) listener();
  };

  /** Stops for good. */
  readonly close = (): void => {
    this.order({ do: 'pause' });
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  };

  private readonly tick = (time: number): void => {
    this.frame = 0;
    const ms = Math.min(LONGEST_FRAME, Math.max(0, time - this.last));
    this.last = time;
    if (!this.state.playing) return;
    this.frame = requestAnimationFrame(this.tick);
    this.order({ do: 'pass', ms });
  };
}
