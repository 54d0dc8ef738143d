import { isOpen } from '../rehearsal/act';
import type { Case } from '../script/case';
import { NO_SIGNS } from '../script/condition';
import type { Ending } from '../script/kinds';
import { type Letter, startOf, take } from './customer-model';
import type { Distance } from './distance';
import { type Answer, type Mind, situationIn } from './mind';
import { Queue } from './queue';
import { keysFor } from './same';

/** A state of mind that was reached, and how: the letter that led here from an earlier one. */
type Found = { readonly mind: Mind; readonly from: number; readonly by: Letter | undefined; gone: boolean };

/** Where something was first seen: after these letters. */
type Sight = { readonly from: number; readonly by: Letter | undefined };

/** A reply that led from one waiting state to another, or back to the same. */
export type Edge = { readonly from: number; readonly by: Letter; readonly to: number };

/** Longer than any patience: a customer who is still there then stays for ever. */
const LONGEST_SILENCE = 40;

const SILENCE: Letter = { do: 'silence' };

/** Goes through the states that a customer can come to, and remembers a way to all that it sees. */
export class Explorer {
  /** Letters tried. */
  steps = 0;
  /** States gone on from. */
  expanded = 0;
  /** States from which mere silence never came to an ending. */
  readonly endless: number[] = [];
  /** Replies between states in which an answer is owed, the only ones that may go on for ever. */
  readonly edges: Edge[] = [];
  private readonly found: Found[] = [];
  private readonly indexOf = new Map<string, number>();
  private readonly sights = new Map<string, Sight>();
  /** States that brought something new when they were found, not yet gone on from. */
  private readonly news: number[] = [];
  private readonly facts: Case;
  private readonly letters: readonly Letter[];
  private readonly keyOf: (mind: Mind) => string;

  constructor(facts: Case, letters: readonly Letter[]) {
    this.facts = facts;
    this.letters = letters;
    this.keyOf = keysFor(facts);
    this.see(startOf(facts), -1, undefined);
  }

  get states(): number {
    return this.found.length;
  }

  /** Whether every state that was found was also gone on from: nothing else can be reached with these letters. */
  get complete(): boolean {
    return this.found.every(({ gone }) => gone);
  }

  /**
   * Whether it was seen: a lasting fact or a rule that took effect, named as in an answer, a line as `line:POOL`, an ending as
   * `ending:ID`, an action that is open as `open:ACTION`.
   */
  saw(name: string): boolean {
    return this.sights.has(name);
  }

  /** The letters after which it was first seen. */
  wayToSight(name: string): readonly Letter[] | undefined {
    const sight = this.sights.get(name);
    return sight && [...this.wayTo(sight.from), ...(sight.by ? [sight.by] : [])];
  }

  mindAt(index: number): Mind | undefined {
    return this.found[index]?.mind;
  }

  wayTo(index: number): Letter[] {
    const way: Letter[] = [];
    for (let at = this.found[index]; at?.by; at = this.found[at.from]) way.unshift(at.by);
    return way;
  }

  /** The state nearest to something, of those found so far. */
  nearest(distance: Distance): number {
    let nearest = 0;
    let least = Number.POSITIVE_INFINITY;
    this.found.forEach(({ mind }, index) => {
      const far = distance(mind);
      if (far < least) [nearest, least] = [index, far];
    });
    return nearest;
  }

  /** Goes a known way, and on from every state on it. */
  follow(way: readonly Letter[]): void {
    let here = 0;
    this.goOn(here);
    for (const letter of way) {
      const next = this.go(here, letter);
      if (next === undefined) return;
      this.goOn(next);
      here = next;
    }
  }

  /** Goes a known way and remembers what is seen on it and in the silence after it, without going on from there. */
  trace(way: readonly Letter[]): void {
    let here: number | undefined = 0;
    for (const letter of [...way, ...Array.from({ length: LONGEST_SILENCE }, () => SILENCE)]) {
      here = this.go(here, letter);
      if (here === undefined) return;
    }
  }

  /** Goes on from the states that brought something new, in the order in which they were found. */
  broaden(bound: number): void {
    for (let count = 0; count < bound; count++) {
      const index = this.news.shift();
      if (index === undefined) return;
      this.goOn(index);
    }
  }

  /** Goes on from the states nearest to something, from `bound` of them at most. */
  seek(distance: Distance, bound: number, until: () => boolean): void {
    const queue = new Queue();
    this.found.forEach(({ mind, gone }, index) => {
      if (!gone) queue.add(index, distance(mind));
    });
    for (let count = 0; count < bound && !until(); count++) {
      const index = queue.next();
      if (index === undefined) return;
      const before = this.found.length;
      this.goOn(index);
      for (let added = before; added < this.found.length; added++) {
        const mind = this.found[added]?.mind;
        if (mind) queue.add(added, distance(mind));
      }
    }
  }

  private goOn(index: number): void {
    const here = this.found[index];
    if (!here || here.gone) return;
    here.gone = true;
    this.expanded++;
    this.sitOut(index);
    for (const letter of this.letters) this.go(index, letter);
  }

  /** @returns the state to which the letter leads; undefined at an ending or where the action is not open */
  private go(index: number, letter: Letter): number | undefined {
    const mind = this.found[index]?.mind;
    if (!mind) return undefined;
    if (letter.do === 'act') {
      if (!isOpen(this.facts, situationIn(this.facts, mind, NO_SIGNS), letter.action)) return undefined;
      this.note(`open:${letter.action}`, index, letter);
    }
    this.steps++;
    const to = this.see(take(this.facts, mind, letter), index, letter);
    if (to !== undefined && letter.do === 'reply' && mind.at === 'waiting') {
      if (this.found[to]?.mind.at === 'waiting') this.edges.push({ from: index, by: letter, to });
    }
    return to;
  }

  /** Nothing but silence from here on, until the customer has gone. */
  private sitOut(index: number): void {
    let here: number | undefined = index;
    for (let waits = 0; waits < LONGEST_SILENCE; waits++) {
      here = this.go(here, SILENCE);
      if (here === undefined) return;
    }
    this.endless.push(index);
  }

  private see({ said, fired, next }: Answer, from: number, by: Letter | undefined): number | undefined {
    let fresh = false;
    const note = (name: string): void => {
      if (this.note(name, from, by)) fresh = true;
    };
    for (const pool of said) note(`line:${pool}`);
    for (const rule of fired) note(rule);
    if (typeof next === 'string') {
      note(endingName(next));
      return undefined;
    }
    const key = this.keyOf(next);
    const before = this.indexOf.get(key);
    if (before !== undefined) return before;
    for (const fact of Object.keys(next.known)) note(fact);
    const index = this.found.push({ mind: next, from, by, gone: false }) - 1;
    this.indexOf.set(key, index);
    if (fresh) this.news.push(index);
    return index;
  }

  private note(name: string, from: number, by: Letter | undefined): boolean {
    if (this.sights.has(name)) return false;
    this.sights.set(name, { from, by });
    return true;
  }
}

/** Whether mere silence never comes to an ending. */
export function isEndless(facts: Case, mind: Mind): boolean {
  let at = mind;
  for (let waits = 0; waits < LONGEST_SILENCE; waits++) {
    const { next } = take(facts, at, SILENCE);
    if (typeof next === 'string') return false;
    at = next;
  }
  return true;
}

const endingName = (ending: Ending): string => `ending:${ending}`;
