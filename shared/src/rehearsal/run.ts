import { toneOf } from '../persona/schema';
import { ENDINGS } from '../script/kinds';
import type { CustomerEvent, Say } from '../script/machine/context';
import { afterEvent } from '../script/statechart/state-node';
import type { Stepped } from '../script/statechart/stepper';
import type { Part } from '../script/text';
import type { Entry, Note } from './entry';
import type { Exercise } from './exercise';
import { heardAfter } from './heard';
import { type Planned, type RehearsalState, type Step, turnOf } from './state';
import { chooseLine, interjects, poolLines, typingMs, waitsFor } from './words';

type NewEntry = Entry extends infer E ? (E extends Entry ? Omit<E, 'seq' | 'at'> : never) : never;

/** A pause between two messages of a burst, ms. */
const BETWEEN_MS = 350;

/**
 * One step in the making. Lives only inside {@link step}: it collects entries, keeps the machine's timers in a queue
 * and turns what the machine wants said into words with times.
 */
export class Run {
  private readonly entries: Entry[] = [];
  readonly exercise: Exercise;
  state: RehearsalState;

  constructor(exercise: Exercise, state: RehearsalState) {
    this.exercise = exercise;
    this.state = state;
  }

  /** The customer has come to an ending, whether or not its last words are shown. */
  get ended(): boolean {
    return this.state.ending !== undefined;
  }

  set(change: Partial<RehearsalState>): void {
    this.state = { ...this.state, ...change };
  }

  /** Adds an entry to the log, at the present moment unless `at` says otherwise. */
  log<T extends NewEntry>(entry: T): T & { seq: number; at: number } {
    const numbered = { ...entry, seq: this.state.seq + 1, at: this.state.now };
    this.entries.push(numbered);
    this.set({ seq: numbered.seq });
    return numbered;
  }

  result(): Step {
    return { state: this.state, entries: this.entries };
  }

  /** Time, in ms, until the customer has said what it is saying. */
  speechLeft(): number {
    const last = this.state.outbox.at(-1);
    return last ? Math.max(0, last.at - this.state.now) : 0;
  }

  /** Lets time pass: shows messages and fires timers in the order of their times, each at its own moment. */
  advance(until: number): void {
    for (;;) {
      const message = this.state.outbox[0];
      const timer = this.state.timers.toSorted((a, b) => a.due - b.due)[0];
      const next = Math.min(message?.at ?? Number.POSITIVE_INFINITY, timer?.due ?? Number.POSITIVE_INFINITY);
      if (next > until || next === Number.POSITIVE_INFINITY) break;
      this.set({ now: next });
      // What is typed is shown before the customer does anything else at the same moment.
      if (message && message.at <= next) this.show(message);
      else if (timer) this.fire(timer.id);
    }
    this.set({ now: until });
  }

  send(event: CustomerEvent): void {
    if (this.ended) return;
    this.take(this.exercise.customer.step(this.state.machine, event));
  }

  /** Takes over what a step of the customer has led to. */
  take({ value, context, demands, done }: Stepped): void {
    const before = this.state.machine.context.level;
    this.set({ machine: { value, context } });
    const notes: Note[] = [];
    const pools: Say[] = [];
    for (const demand of demands) {
      switch (demand.type) {
        case 'say':
          pools.push(demand.params);
          break;
        case 'note':
          notes.push(demand.params);
          break;
        case 'wait':
          this.schedule(demand.timer, demand.delay);
          break;
        case 'cancel':
          this.unschedule(demand.timer);
          break;
      }
    }
    this.note(notes, before);
    this.say(pools);
    const ending = done ? ENDINGS.find((id) => id === value) : undefined;
    if (ending) this.end(ending);
    else this.yieldTurn();
  }

  private fire(id: string): void {
    this.unschedule(id);
    this.send({ type: afterEvent(id) });
  }

  private schedule(id: string, delay: number): void {
    if (!Number.isFinite(delay)) return;
    this.unschedule(id);
    this.set({ timers: [...this.state.timers, { id, due: this.state.now + delay }] });
  }

  private unschedule(id: string): void {
    this.set({ timers: this.state.timers.filter((timer) => timer.id !== id) });
  }

  private note(notes: readonly Note[], from: number): void {
    const { level, reading } = this.state.machine.context;
    if (notes.length === 0 && level === from) return;
    const tone = toneOf(this.exercise.facts.persona, level);
    this.log({ kind: 'effect', notes: [...notes], from, to: level, tone, replies: [...this.state.unread] });
    if (!reading) this.set({ unread: [] });
  }

  /** Plans the words of this turn after what is already being typed. Of several steps of the agenda only the last is told. */
  private say(pools: readonly Say[]): void {
    const lastBeat = pools.findLastIndex(({ pool }) => isBeat(pool));
    const told = pools.filter(({ pool }, index) => !isBeat(pool) || index >= lastBeat);
    if (this.throwsIn(told)) this.tell({ pool: 'voice.interject', owes: true });
    for (const each of told) this.tell(each);
  }

  /** Whether something is said besides: never alone, and not where the customer takes its leave. */
  private throwsIn(told: readonly Say[]): boolean {
    const { facts } = this.exercise;
    const { seed, words, machine } = this.state;
    const heard = told.some(({ pool, owes }) => owes && poolLines(facts, pool).length > 0);
    return heard && interjects(facts, seed, words, toneOf(facts.persona, machine.context.level));
  }

  private tell({ pool, owes }: Say): void {
    const { facts } = this.exercise;
    const { index: line, parts, words } = chooseLine(facts, this.state.seed, this.state.words, pool);
    this.set({ words });
    const waits = waitsFor(facts, this.state.machine.context.beat, { pool, owes });
    for (const part of parts) this.plan(part, pool, line, waits);
  }

  private plan(part: Part, pool: string, line: number, owes: boolean): void {
    const { outbox, now, seed, words } = this.state;
    const typedFrom = Math.max(now, outbox.at(-1)?.at ?? now) + BETWEEN_MS;
    const nth = Object.values(words.used).reduce((sum, count) => sum + count, outbox.length);
    const message: Planned = {
      at: typedFrom + typingMs(this.exercise.facts, seed, part, nth),
      typedFrom,
      content: typeof part === 'string' ? { text: part } : part,
      owes,
      pool,
      line,
    };
    // The last words decide: thanks for an answer with a farewell after them wait for nothing.
    this.set({ outbox: [...outbox, message], spoke: true, owes });
  }

  private show(message: Planned): void {
    const { at: _, ...shown } = message;
    this.log({ kind: 'message', ...shown });
    const { outbox, lastHeard, answered } = this.state;
    this.set({
      outbox: outbox.slice(1),
      lastHeard: heardAfter(lastHeard, answered, message.content),
      answered: false,
    });
    if (this.state.outbox.length > 0) return;
    if (this.ended) this.finish();
    else this.yieldTurn();
  }

  /** Gives the word to the agent once everything is said. */
  private yieldTurn(): void {
    if (this.state.outbox.length > 0 || turnOf(this.state) !== 'speaking') return;
    const { spoke, owes, machine } = this.state;
    const beat = this.exercise.facts.script.beats[machine.context.beat];
    this.set({ spoke: false, owes: false });
    this.send({ type: 'SPOKEN', owes: spoke ? owes : (beat?.owes ?? false) });
  }

  private end(ending: RehearsalState['ending']): void {
    this.set({ ending, timers: [] });
    if (this.state.outbox.length === 0) this.finish();
  }

  private finish(): void {
    if (this.state.ending === undefined || this.state.over) return;
    this.log({ kind: 'ended', ending: this.state.ending });
    this.set({ over: true });
  }
}

const isBeat = (pool: string): boolean => pool.startsWith('beat.');
