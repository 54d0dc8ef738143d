import { canonicalJson } from '@kefu/shared/hash';
import type { Joined } from '@kefu/shared/protocol/socket';
import { type Entry, isInput } from '@kefu/shared/rehearsal/entry';
import { replay } from '@kefu/shared/rehearsal/replay';
import type { RehearsalState, Step } from '@kefu/shared/rehearsal/state';
import { type Input, nextWake, start, step } from '@kefu/shared/rehearsal/step';
import { viewEntry } from '@kefu/shared/rehearsal/view';
import type { Scorecard } from '@kefu/shared/scoring/scorecard';
import type { Action } from '@kefu/shared/script/action';
import { type Staged, scoreLog, viewingOf } from '../content/archive';
import { Refusal } from '../refusal';
import type { FoundRehearsal } from '../storage/rehearsals';
import type { Stage } from './stage';

/** Where a rehearsal stands. `taken` has the numbers of the inputs by the ids that the client gave them. */
type Phase =
  | { is: 'waiting' }
  | { is: 'running'; begunAt: number; state: RehearsalState; taken: Map<string, number> }
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

  private constructor(row: FoundRehearsal, staged: Staged, stage: Stage) {
    this.row = row;
    this.staged = staged;
    this.stage = stage;
  }

  /** Brings a rehearsal back to where its log says it stands. */
  static async load(row: FoundRehearsal, stage: Stage): Promise<Room> {
    const room = new Room(row, await stage.archive.stage(row), stage);
    if (row.status === 'abandoned') room.phase = { is: 'abandoned' };
    else if (row.status === 'over') await room.remember();
    // Another model would hear other things in the same words.
    else if (!(await stage.recognisers.find(row.recogniser_hash)))
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
    return this.next(async () => {
      if (begins && this.phase.is === 'waiting') await this.begin();
      const log = await this.stage.rehearsals.entries(this.row.id);
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

  /** Takes the trainee's reply or action. The same id again is the same message: it is stored once. */
  take(input: NewInput): Promise<number> {
    return this.next(async () => {
      const wantsHint = input.type === 'action' && input.action.do === 'hint';
      if (wantsHint && this.row.mode === 'exam') throw new Refusal('no-hints');
      if (this.phase.is === 'waiting') await this.begin();
      if (this.phase.is !== 'running') return this.findTaken(input.id);
      const running = this.phase;
      const taken = running.taken.get(input.id);
      if (taken !== undefined) return taken;
      const at = this.now();
      // The customer may have written since the last step; the reply is understood as an answer to that.
      const waited = this.passed(running.state, at);
      const understood = await this.understood(input, at, waited.state);
      const answered = step(this.staged.exercise, waited.state, understood);
      const seq = answered.entries.find((entry) => isInput(entry) && entry.id === input.id)?.seq;
      await this.store(running, { ...answered, entries: [...waited.entries, ...answered.entries] });
      if (seq === undefined) throw new Refusal('rehearsal-over');
      return seq;
    });
  }

  /** Lets the time that has passed do what it does. */
  wake(): Promise<void> {
    return this.next(async () => {
      if (this.phase.is !== 'running') return;
      const { exercise } = this.staged;
      await this.store(this.phase, step(exercise, this.phase.state, { type: 'tick', at: this.now() }));
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

  /** What time alone has done until then: nothing, where nothing was due. */
  private passed(state: RehearsalState, at: number): Step {
    const due = nextWake(state);
    if (due === undefined || due > at) return { state, entries: [] };
    return step(this.staged.exercise, state, { type: 'tick', at });
  }

  private now(): number {
    switch (this.phase.is) {
      case 'waiting':
      case 'abandoned':
        return 0;
      case 'running':
        return Math.max(0, this.stage.clock.now() - this.phase.begunAt);
      case 'over':
        return this.phase.until;
    }
  }

  private async understood(input: NewInput, at: number, { lastHeard }: RehearsalState): Promise<Input> {
    if (input.type === 'action') return { ...input, at };
    const hear = await this.stage.archive.hearing(this.row);
    return { ...input, at, understood: hear(input.text, lastHeard) };
  }

  private async begin(): Promise<void> {
    const { id, seed, pace } = this.row;
    const first = start(this.staged.exercise, seed, pace);
    const begunAt = this.stage.clock.now();
    const running: Running = { is: 'running', begunAt, state: first.state, taken: new Map() };
    await this.store(running, first, () => this.stage.writes.begin(id, begunAt));
    this.stage.log.info({ rehearsal: id }, 'rehearsal begun');
  }

  private async remember(): Promise<void> {
    const log = await this.stage.rehearsals.entries(this.row.id);
    this.phase = { is: 'over', until: log.at(-1)?.at ?? 0 };
  }

  private async resume(begunAt: number): Promise<void> {
    const { rehearsals, clock } = this.stage;
    const { id, seed, pace } = this.row;
    const log = await rehearsals.entries(id);
    const { state, entries } = replay(this.staged.exercise, seed, pace, log, clock.now() - begunAt);
    const same = canonicalJson(entries.slice(0, log.length)) === canonicalJson(log);
    // This server would go on with another customer than the trainee has met; that would be no fair score.
    if (!same) return this.breakOff('begun with another version');
    const taken = new Map(log.filter(isInput).map((entry) => [entry.id, entry.seq]));
    const running: Running = { is: 'running', begunAt, state, taken };
    // What fell due between the last entry and the death of the server.
    await this.store(running, { state, entries: entries.slice(log.length) });
  }

  private async breakOff(why: string, level: 'info' | 'warn' = 'warn'): Promise<void> {
    const { writes, commits, alarm, log } = this.stage;
    await commits.run(() => writes.abandon(this.row.id));
    this.phase = { is: 'abandoned' };
    alarm.clear(this.row.id);
    log[level]({ rehearsal: this.row.id, why }, 'rehearsal abandoned');
  }

  /** Stores a step and, only then, takes it over and tells everyone. */
  private async store(
    running: Running,
    { state, entries }: Step,
    also: () => void = () => {},
  ): Promise<void> {
    const { writes, commits, publish } = this.stage;
    const { id } = this.row;
    const begins = this.phase.is !== 'running';
    const ending = state.over ? state.ending : undefined;
    const outcome = ending && { ending, scorecard: await this.score(entries) };
    if (begins || entries.length > 0) {
      await commits.run(() => {
        also();
        writes.append(id, entries);
        if (outcome) writes.finish(id, outcome);
      });
    }
    for (const entry of entries) if (isInput(entry)) running.taken.set(entry.id, entry.seq);
    this.phase = outcome ? { is: 'over', until: entries.at(-1)?.at ?? state.now } : { ...running, state };
    if (begins || entries.length > 0) {
      publish({ type: 'entries', rehearsal: id, now: this.now(), entries: this.view(entries) });
    }
    this.showTyping();
    this.setAlarm();
  }

  /** Undefined where scoring fails: the talk is over all the same, and the log can be scored at any time. */
  private async score(entries: readonly Entry[]): Promise<Scorecard | undefined> {
    const { rehearsals, log } = this.stage;
    try {
      const whole = [...(await rehearsals.entries(this.row.id)), ...entries];
      return scoreLog(this.staged, this.row, whole);
    } catch (err) {
      log.error({ err, rehearsal: this.row.id }, 'scoring failed');
      return undefined;
    }
  }

  private view(entries: readonly Entry[]) {
    const viewing = viewingOf(this.staged, this.row.mode);
    return entries.map((entry) => viewEntry(viewing, entry));
  }

  private showTyping(): void {
    const { phase } = this;
    const message = phase.is === 'running' ? phase.state.outbox[0] : undefined;
    const typing = message !== undefined && message.typedFrom <= this.now();
    const begins = typing && !this.typing;
    this.typing = typing;
    if (begins) this.stage.publish({ type: 'typing', rehearsal: this.row.id, now: this.now() });
  }

  private setAlarm(): void {
    const { alarm } = this.stage;
    const { phase } = this;
    const due = phase.is === 'running' ? [nextWake(phase.state), this.nextTyping(phase)] : [];
    const at = Math.min(...due.filter((time) => time !== undefined));
    if (phase.is === 'running' && at < Number.POSITIVE_INFINITY) alarm.set(this.row.id, phase.begunAt + at);
    else alarm.clear(this.row.id);
  }

  private nextTyping({ state }: Running): number | undefined {
    return this.typing ? undefined : state.outbox[0]?.typedFrom;
  }

  /** After the end: a message that was stored before is acknowledged again, nothing else is taken. */
  private async findTaken(inputId: string): Promise<number> {
    const log = await this.stage.rehearsals.entries(this.row.id);
    const taken = log.filter(isInput).find((entry) => entry.id === inputId);
    if (taken) return taken.seq;
    throw new Refusal(this.phase.is === 'abandoned' ? 'rehearsal-abandoned' : 'rehearsal-over');
  }
}
