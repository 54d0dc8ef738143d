import { isOpen } from '../rehearsal/act';
import type { Case } from '../script/case';
import { NO_SIGNS } from '../script/condition';
import type { Ending } from '../script/schema';
import { type Letter, startOf, take } from './customer-model';
import { lettersOf } from './letters';
import { type Mind, situationIn } from './mind';
import { keysFor } from './same';

/** A state of mind that was reached, and how: the letter that led here from an earlier one. */
type Found = { readonly mind: Mind; readonly from: number; readonly by: Letter | undefined; gone: boolean };

/** How promising it is to go on from a state: the highest first. */
export type Merit = (mind: Mind) => number;

/** Longer than any patience: a customer who is still there then stays for ever. */
const LONGEST_SILENCE = 40;

/** Goes through the states that a customer can come to, and remembers the shortest way met to all that it sees. */
export class Explorer {
  readonly endings = new Map<Ending, readonly Letter[]>();
  readonly pools = new Map<string, readonly Letter[]>();
  /** Lasting facts that came to hold, such as `need:ID`, `told:ID`, `beat:ID`. */
  readonly known = new Map<string, readonly Letter[]>();
  /** States from which mere silence never came to an ending. */
  readonly endless: (readonly Letter[])[] = [];
  /** Replies that left a waiting customer exactly as it was, so that they could be repeated for ever. */
  readonly idle: (readonly Letter[])[] = [];
  steps = 0;
  private readonly found: Found[] = [];
  private readonly seen = new Set<string>();
  private readonly facts: Case;
  private readonly letters: readonly Letter[];
  private readonly keyOf: (mind: Mind) => string;

  constructor(facts: Case) {
    this.facts = facts;
    this.letters = lettersOf(facts);
    this.keyOf = keysFor(facts);
    const first = startOf(facts);
    if (typeof first.next === 'string') throw new Error('the case is over before it begins');
    this.arrive(first.next, -1, undefined);
    for (const pool of first.said) note(this.pools, pool, []);
  }

  get states(): number {
    return this.found.length;
  }

  /** Whether every state that was found was also gone on from: nothing else can be reached with these letters. */
  get complete(): boolean {
    return this.found.every(({ gone }) => gone);
  }

  /**
   * Goes on from the most promising states.
   * @param bound states to go on from at most
   * @param until stops early
   */
  run(merit: Merit, bound: number, until: () => boolean = () => false): void {
    const queue = new Queue();
    this.found.forEach(({ mind, gone }, index) => {
      if (!gone) queue.add(index, merit(mind));
    });
    for (let count = 0; count < bound && !until(); count++) {
      const index = queue.next();
      const here = index === undefined ? undefined : this.found[index];
      if (index === undefined || !here) return;
      here.gone = true;
      const before = this.found.length;
      this.goOn(index, here.mind);
      for (let added = before; added < this.found.length; added++) {
        const mind = this.found[added]?.mind;
        if (mind) queue.add(added, merit(mind));
      }
    }
  }

  private goOn(index: number, mind: Mind): void {
    this.sitOut(index, mind);
    const now = situationIn(this.facts, mind, NO_SIGNS);
    for (const letter of this.letters) {
      if (letter.do === 'act' && !isOpen(this.facts, now, letter.action)) continue;
      const { said, next } = take(this.facts, mind, letter);
      this.steps++;
      for (const pool of said) note(this.pools, pool, () => this.wayTo(index, letter));
      if (typeof next === 'string') note(this.endings, next, () => this.wayTo(index, letter));
      else {
        this.arrive(next, index, letter);
        if (letter.do === 'reply' && mind.at === 'waiting' && isSame(mind, next)) {
          this.idle.push(this.wayTo(index, letter));
        }
      }
    }
  }

  /** Nothing but silence from here on. */
  private sitOut(index: number, mind: Mind): void {
    const silence: Letter = { do: 'silence' };
    let at = mind;
    for (let waits = 0; waits < LONGEST_SILENCE; waits++) {
      const { said, next } = take(this.facts, at, silence);
      this.steps++;
      for (const pool of said) note(this.pools, pool, () => this.wayTo(index, silence));
      if (typeof next === 'string') {
        note(this.endings, next, () => this.wayTo(index, silence));
        return;
      }
      at = next;
      if (waits === 0) this.arrive(next, index, silence);
    }
    this.endless.push(this.wayTo(index));
  }

  private arrive(mind: Mind, from: number, by: Letter | undefined): void {
    const key = this.keyOf(mind);
    if (this.seen.has(key)) return;
    this.seen.add(key);
    const index = this.found.push({ mind, from, by, gone: false }) - 1;
    for (const fact of Object.keys(mind.known)) note(this.known, fact, () => this.wayTo(index));
  }

  private wayTo(index: number, ...more: Letter[]): Letter[] {
    const way = [...more];
    for (let at = this.found[index]; at?.by; at = this.found[at.from]) way.unshift(at.by);
    return way;
  }
}

function note<K>(
  map: Map<K, readonly Letter[]>,
  key: K,
  way: readonly Letter[] | (() => readonly Letter[]),
): void {
  if (!map.has(key)) map.set(key, typeof way === 'function' ? way() : way);
}

const isSame = (a: Mind, b: Mind): boolean =>
  a.level === b.level && JSON.stringify({ ...a, patience: 0 }) === JSON.stringify({ ...b, patience: 0 });

/** Best first, with every fourth in the order of finding, so that nothing waits for ever. */
class Queue {
  private readonly byMerit = new Map<number, number[]>();
  private readonly inOrder: number[] = [];
  private readonly done = new Set<number>();
  private taken = 0;
  private head = 0;

  add(index: number, merit: number): void {
    const same = this.byMerit.get(merit);
    if (same) same.push(index);
    else this.byMerit.set(merit, [index]);
    this.inOrder.push(index);
  }

  next(): number | undefined {
    this.taken++;
    const index = this.taken % 4 === 0 ? this.oldest() : this.best();
    if (index !== undefined) this.done.add(index);
    return index;
  }

  private oldest(): number | undefined {
    while (this.head < this.inOrder.length) {
      const index = this.inOrder[this.head++];
      if (index !== undefined && !this.done.has(index)) return index;
    }
    return undefined;
  }

  private best(): number | undefined {
    for (const merit of [...this.byMerit.keys()].sort((a, b) => b - a)) {
      const list = this.byMerit.get(merit) ?? [];
      for (let index = list.shift(); index !== undefined; index = list.shift()) {
        if (!this.done.has(index)) return index;
      }
      this.byMerit.delete(merit);
    }
    return undefined;
  }
}
