import { setImmediate } from 'node:timers/promises';
import { Refusal } from '../refusal';
import { storageFault } from '../storage/faults';
import { Room } from './room';
import type { Stage } from './stage';

/** How long after a failed wake-up it is tried again, ms: the disk may come back; anything else is a fault of ours. */
const RETRY_MS = { storage: 1_000, fault: 30_000 };

type Open = { readonly room: Promise<Room>; loaded: Room | undefined; users: number };

/**
 * The rehearsals in memory: those that somebody asks for just now, and those that run. Of very many, those that have waited
 * longest leave; a message or their alarm brings them back from the log.
 */
export class Rooms {
  /** The one asked for last stands last. */
  private readonly open = new Map<string, Open>();
  private readonly stage: Stage;
  private readonly kept: number;

  /** @param kept how many stay while nobody asks for them */
  constructor(stage: Stage, kept: number) {
    this.stage = stage;
    this.kept = kept;
  }

  /** How many are in memory. */
  get live(): number {
    return this.open.size;
  }

  /** Whether time goes on anywhere. */
  get someRun(): boolean {
    return [...this.open.values()].some(({ loaded }) => loaded?.isRunning);
  }

  /**
   * Does something with a room, which is loaded if it is not open.
   * @throws {Refusal} `unknown-rehearsal`
   */
  async use<T>(id: string, work: (room: Room) => Promise<T>): Promise<T> {
    const open = this.open.get(id) ?? { room: this.load(id), loaded: undefined, users: 0 };
    this.open.delete(id);
    this.open.set(id, open);
    open.users += 1;
    try {
      open.loaded = await open.room;
      return await work(open.loaded);
    } finally {
      open.users -= 1;
      // While anybody holds a room, no second one of the same rehearsal may be loaded beside it.
      if (open.users === 0 && !open.loaded?.isRunning) this.open.delete(id);
      this.makeRoom();
    }
  }

  /** Lets time go on in all rehearsals that were running when the server went down. */
  async resumeAll(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      // Nothing in it waits by itself, and others want the server as well.
      await setImmediate();
      await this.use(id, (room) => room.idle()).catch((err: unknown) => {
        this.stage.log.error({ err, rehearsal: id }, 'rehearsal could not be resumed');
        this.retry(id, err);
      });
    }
  }

  /** The alarm of a room rings. */
  ring(id: string): void {
    this.use(id, (room) => room.wake()).catch((err: unknown) => {
      this.stage.log.error({ err, rehearsal: id }, 'rehearsal could not go on');
      this.retry(id, err);
    });
  }

  /** Resolves when nothing is under way any more. */
  async settle(): Promise<void> {
    const rooms = await Promise.allSettled([...this.open.values()].map(({ room }) => room));
    await Promise.all(rooms.flatMap((room) => (room.status === 'fulfilled' ? [room.value.idle()] : [])));
  }

  /** The first that is found has waited longest; those in use are few. */
  private makeRoom(): void {
    if (this.open.size <= this.kept) return;
    for (const [id, { users }] of this.open) {
      if (users > 0) continue;
      this.open.delete(id);
      return;
    }
  }

  private retry(id: string, error: unknown): void {
    const { alarm, clock } = this.stage;
    alarm.set(id, clock.now() + (storageFault(error) ? RETRY_MS.storage : RETRY_MS.fault));
  }

  private async load(id: string): Promise<Room> {
    const row = await this.stage.rehearsals.find(id);
    if (!row) throw new Refusal('unknown-rehearsal');
    return Room.load(row, this.stage);
  }
}
