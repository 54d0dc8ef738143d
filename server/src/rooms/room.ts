import { canonicalJson } from '@kefu/shared/hash';
import type { Joined } from '@kefu/shared/protocol/socket';
import { type Entry, isInput } from '@kefu/shared/rehearsal/entry';
import { replay } from '@kefu/shared/rehearsal/replay';
import type { RehearsalState, Step } from '@kefu/shared/rehearsal/state';
import { type Input, nextWake, start, step } from '@kefu/shared/rehearsal/step';
import { viewEntry } from '@kefu/shared/rehearsal/view';
import type { Action } from '@kefu/shared/script/action';
import { type Staged, viewingOf } from '../content/archive';
import { pinsOf } from '../content/pins';
import { Refusal } from '../refusal';
import type { Received } from '../storage/inbox';
import type { FoundRehearsal } from '../storage/rehearsals';
import { Ledger } from './ledger';
import type { Stage } from './stage';

/**
 * Where a rehearsal stands. `taken` has the numbers of the inputs by the ids that the client gave them; `received` is stored
 * and acknowledged, and next to be taken.
 */
type Phase =
  | { is: 'waiting' }
  | {
      is: 'running';
      begunAt: number;
      state: RehearsalState;
      taken: Map<string, number>;
      received: Received | undefined;
    }
  | { is: 'over'; until: number }
  | { is: 'abandoned' };

type Running = Extract<Phase, { is: 'running' }>;
type NewInput = { type: 'reply'; id: string; text: string } | { type: 'action'; id: string; action: Action };

/** One rehearsal at work. One thing happens at a time, and only what is stored has happened. */
export class Room {
  private queue: Promise<unknown> = Promise.resolve();
  private phase: Phase = { is: 'waiting' };
  private typing = false;
  readonly row: FoundRehearsal;
  private readonly staged: Staged;
  private readonly stage: Stage;
  private readonly ledger: Ledger;

  private constructor(row: FoundRehearsal, staged: Staged, stage: Stage) {
    this.row = row;
    this.staged = staged;
    this.stage = stage;
    this.ledger = new Ledger(row, staged, stage);
  }

  /** Brings a rehearsal back to where its log says it stands. */
  static async load(row: FoundRehearsal, stage: Stage): Promise<Room> {
    const room = new Room(row, await stage.archive.stage(row), stage);
    if (row.status === 'abandoned') room.phase = { is: 'abandoned' };
    else if (row.status === 'over') await room.remember();
    // Another model would hear other things in the same words.
    else if (!(await stage.recognisers.has(row.recogniser_hash)))
      await room.breakOff('its recogniser is gone');
    else if (row.begun_at !== null) await room.resume(row.begun_at);
    return room;
  }

  /** Whether time goes on in it. */
  get isRunning(): boolean {
    return this.phase.is === 'running';
  }

  /** Whether the customer is typing at this moment. */
  get isTyping(): boolean {
    return this.typing;
  }

  /**
   * What a follower lacks.
   * @param begins the trainee has come: the clock starts
   * @param follow makes the follower receive what comes after
   */
  join({ begins, after, follow }: { begins: boolean; after: number; follow: () => void }): Promise<Joined> {
    const arrival = this.stage.clock.now();
    return this.next(async () => {
      if (begins && this.phase.is === 'waiting') await this.begin();
      // Who comes finds all that was acknowledged.
      if (this.phase.is === 'running' && this.phase.received) await this.advance(arrival);
      const log = await this.ledger.entries();
      const known = after <= log.length;
      follow();
      return {
        rehearsal: this.row.id,
        now: this.now(),
        kind: known ? 'gap' : 'resync',
        entries: this.view(known ? log.slice(after) : log),
        over: this.phase.is === 'over' || this.phase.is === 'abandoned',
      };
    });
  }

  /**
   * Takes in the trainee's reply or action. The result comes when it is stored; it is understood and answered afterwards.
   * The same id again is the same message: it is stored once.
   * @returns its number in the log
   */
  take(input: NewInput): Promise<number> {
    const arrival = this.stage.clock.now();
    return this.next(async () => {
      const wantsHint = input.type === 'action' && input.action.do === 'hint';
      if (wantsHint && this.row.mode === 'exam') throw new Refusal('no-hints');
      if (this.phase.is === 'waiting') await this.begin();
      const taken = this.phase.is === 'running' ? this.phase.taken.get(input.id) : undefined;
      if (taken !== undefined) return taken;
      // What came before it may have ended the talk.
      await this.advance(arrival);
      const { phase } = this;
      if (phase.is !== 'running' || phase.state.ending) return this.findTaken(input.id);
      return this.receive(phase, { ...input, at: since(phase, arrival) });
    });
  }

  /** Lets happen what is due: what was received is taken, and time does what it does. */
  wake(): Promise<void> {
    const arrival = this.stage.clock.now();
    return this.next(async () => {
      await this.advance(arrival);
      this.attend();
    });
  }

  /** Breaks the rehearsal off: it has no score and does not go on. */
  abandon(why: string): Promise<void> {
    return this.next(async () => {
      if (this.phase.is === 'waiting' || this.phase.is === 'running') await this.breakOff(why, 'info');
    });
  }

  /** Resolves when all that was asked for so far is done. */
  idle(): Promise<unknown> {
    return this.next(async () => {});
  }

  private next<T>(work: () => Promise<T>): Promise<T> {
    const result = this.queue.then(work);
    this.queue = result.catch(() => {});
    return result;
  }

  private now(): number {
    switch (this.phase.is) {
      case 'waiting':
      case 'abandoned':
        return 0;
      case 'running':
        return since(this.phase, this.stage.clock.now());
      case 'over':
        return this.phase.until;
    }
  }

  /**
   * Stores an input. Nothing is due before it and nothing can come between, so that the step which takes it begins with its
   * entry: its number is known.
   */
  private async receive(running: Running, received: Received): Promise<number> {
    await this.ledger.receive(received);
    const seq = running.state.seq + 1;
    running.taken.set(received.id, seq);
    this.phase = { ...running, received };
    this.attend();
    return seq;
  }

  /** @param until on the service clock */
  private async advance(until: number): Promise<void> {
    const { phase } = this;
    if (phase.is !== 'running') return;
    const at = since(phase, until);
    const { state, received } = phase;
    if (!received && !isDue(state, at)) return;
    const input = received && (await this.heard(received, state));
    const next = await this.stage.work.run(() => this.advanced(state, at, input));
    await this.store({ ...phase, received: undefined }, next);
  }

  /** An action as it is; a reply as it is understood, by the model that the rehearsal began with. */
  private async heard(received: Received, { lastHeard }: RehearsalState): Promise<Input> {
    if (received.type === 'action') return received;
    const { recogniser_hash: recogniser } = this.row;
    const question = { recogniser, pins: pinsOf(this.row), text: received.text, heard: lastHeard };
    return { ...received, understood: await this.stage.hearing.understand(question) };
  }

  private advanced(state: RehearsalState, at: number, input: Input | undefined): Step {
    const { exercise } = this.staged;
    const taken = input ? step(exercise, state, input) : { state, entries: [] };
    if (!isDue(taken.state, at)) return taken;
    const after = step(exercise, taken.state, { type: 'tick', at });
    return { ...after, entries: [...taken.entries, ...after.entries] };
  }

  private async begin(): Promise<void> {
    const { id, seed, pace } = this.row;
    const first = start(this.staged.exercise, seed, pace);
    const begunAt = this.stage.clock.now();
    await this.ledger.begin(begunAt, first);
    this.show({ is: 'running', begunAt, state: first.state, taken: new Map(), received: undefined }, first);
    this.stage.log.info({ rehearsal: id }, 'rehearsal begun');
  }

  private async remember(): Promise<void> {
    const log = await this.ledger.entries();
    this.phase = { is: 'over', until: log.at(-1)?.at ?? 0 };
  }

  private async resume(begunAt: number): Promise<void> {
    const { seed, pace } = this.row;
    const log = await this.ledger.entries();
    const received = this.ledger.received();
    // What was received is taken before time goes on; it can be understood later, as all that is due.
    const until = received?.at ?? this.stage.clock.now() - begunAt;
    const { state, entries } = replay(this.staged.exercise, seed, pace, log, until);
    const same = canonicalJson(entries.slice(0, log.length)) === canonicalJson(log);
    // This server would go on with another customer than the trainee has met; that would be no fair score.
    if (!same) return this.breakOff('begun with another version');
    const taken = new Map(log.filter(isInput).map((entry) => [entry.id, entry.seq]));
    if (received) taken.set(received.id, state.seq + 1);
    // What fell due between the last entry and the death of the server.
    const missed = { state, entries: entries.slice(log.length) };
    await this.store({ is: 'running', begunAt, state, taken, received }, missed);
  }

  private async breakOff(why: string, level: 'info' | 'warn' = 'warn'): Promise<void> {
    await this.ledger.abandon();
    this.phase = { is: 'abandoned' };
    this.stage.alarm.clear(this.row.id);
    this.stage.log[level]({ rehearsal: this.row.id, why }, 'rehearsal abandoned');
  }

  /** Stores a step and, only then, takes it over and tells everyone. */
  private async store(running: Running, next: Step): Promise<void> {
    if (next.entries.length > 0) {
      await this.ledger.append(next);
      this.show(running, next);
    } else {
      this.phase = { ...running, state: next.state };
      this.attend();
    }
  }

  private show(running: Running, { state, entries }: Step): void {
    for (const entry of entries) if (isInput(entry)) running.taken.set(entry.id, entry.seq);
    this.phase = state.over ? { is: 'over', until: entries.at(-1)?.at ?? state.now } : { ...running, state };
    const rehearsal = this.row.id;
    this.stage.publish({ type: 'entries', rehearsal, now: this.now(), entries: this.view(entries) });
    this.attend();
  }

  private view(entries: readonly Entry[]) {
    const viewing = viewingOf(this.staged, this.row.mode);
    return entries.map((entry) => viewEntry(viewing, entry));
  }

  /** Shows whether the customer types, and sees to it that what comes next is not missed. */
  private attend(): void {
    const { phase } = this;
    const { alarm, publish } = this.stage;
    const message = phase.is === 'running' ? phase.state.outbox[0] : undefined;
    const typing = message !== undefined && message.typedFrom <= this.now();
    if (typing && !this.typing) publish({ type: 'typing', rehearsal: this.row.id, now: this.now() });
    this.typing = typing;
    const due =
      phase.is === 'running'
        ? [phase.received?.at, nextWake(phase.state), typing ? undefined : message?.typedFrom]
        : [];
    const at = Math.min(...due.filter((time) => time !== undefined));
    if (phase.is === 'running' && at < Number.POSITIVE_INFINITY) alarm.set(this.row.id, phase.begunAt + at);
    else alarm.clear(this.row.id);
  }

  /** After the end: a message that was stored before is acknowledged again, nothing else is taken. */
  private async findTaken(inputId: string): Promise<number> {
    const taken = await this.ledger.findTaken(inputId);
    if (taken !== undefined) return taken;
    throw new Refusal(this.phase.is === 'abandoned' ? 'rehearsal-abandoned' : 'rehearsal-over');
  }
}

/** A time of the service clock on the rehearsal's own, ms since its start. */
const since = ({ begunAt }: Running, time: number): number => Math.max(0, time - begunAt);

const isDue = (state: RehearsalState, at: number): boolean =>
  (nextWake(state) ?? Number.POSITIVE_INFINITY) <= at;
