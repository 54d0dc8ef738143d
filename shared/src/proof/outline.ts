import { BOILING_POINT, toneOf } from '../persona/schema';
import { isOpenAlways } from '../rehearsal/act';
import { ActionNameSchema } from '../script/action';
import { type Case, variantsOf } from '../script/case';
import { ALWAYS } from '../script/condition';
import type { Ending } from '../script/kinds';
import { startsAsleep } from '../script/machine/context';
import { redLinesOf } from '../script/red-lines';
import type { Tone } from '../script/tone';
import type { Wish } from './formula';
import { mayHold, type Possible } from './satisfiable';

/** The values that a lasting fact may have while the customer is in a beat. */
type Values = { true: boolean; false: boolean };

/**
 * A coarse picture of a case that leaves nothing out: for each beat the values that every fact may have there, each fact by itself,
 * the mood anything that the reactions allow, and a burst whatever one likes. All that a customer can ever do is in it, and more; so
 * what is missing from it is impossible, however long one talks.
 */
export class Outline {
  /** Rules, facts and endings that may come about, named as in an answer's `fired` and `known`, and `ending:ID`. */
  readonly possible = new Set<string>();
  private readonly facts: Case;
  private readonly beats = new Map<string, Map<string, Values>>();
  private readonly tones: ReadonlySet<Tone>;
  private changed = true;

  constructor(facts: Case) {
    this.facts = facts;
    this.tones = tonesOf(facts);
    const [first = ''] = Object.keys(facts.script.beats);
    const { needs, script } = facts;
    const start = new Map<string, Values>();
    for (const [id, need] of Object.entries(needs)) {
      start.set(`need:${id}`, { true: false, false: true });
      start.set(`asleep:${id}`, { true: startsAsleep(need), false: !startsAsleep(need) });
    }
    for (const id of variantsOf(script)) {
      const here = id === facts.variant;
      start.set(`variant:${id}`, { true: here, false: !here });
    }
    for (const id of Object.keys(script.beats)) {
      start.set(`beat:${id}`, { true: id === first, false: id !== first });
    }
    for (const id of Object.keys(script.hidden)) start.set(`told:${id}`, { true: false, false: true });
    this.beats.set(first, start);
    this.possible.add(`beat:${first}`);
    // More becomes possible in each round until nothing does; every round but the last adds at least one value.
    while (this.changed) {
      this.changed = false;
      for (const beat of [...this.beats.keys()]) this.stay(beat);
    }
  }

  /** What may be the case in a beat. */
  moment(beat: string, signs: 'any' | 'none' = 'any'): Possible {
    const values = this.beats.get(beat);
    return {
      tones: this.tones,
      sign: (_, value) => signs === 'any' || !value,
      // Facts that are not kept by beat: what was ever shown, and deeds, if the action is ever open.
      fact: (name, value) => values?.get(name)?.[`${value}`] ?? (!value || this.mayBeDone(name)),
      needs: Object.keys(this.facts.needs),
    };
  }

  /** Whether a condition may hold in some beat that can be reached. */
  anywhere(wishes: readonly Wish[], signs: 'any' | 'none' = 'any'): boolean {
    return [...this.beats.keys()].some((beat) => mayHold(wishes, this.moment(beat, signs)));
  }

  get reached(): readonly string[] {
    return [...this.beats.keys()];
  }

  /** All that may happen without leaving a beat, and the beats to which it leads. */
  private stay(beat: string): void {
    const { facts } = this;
    const here = this.moment(beat);
    const may = (...wishes: Wish[]): boolean => mayHold(wishes, here);
    for (const [id, { met, after, spare }] of Object.entries(facts.needs)) {
      const awake =
        (after !== undefined && here.fact(`told:${after}`, true)) ||
        (spare && this.possible.has('doubt-wakes'));
      if (awake) this.let(beat, `asleep:${id}`, false);
      if (here.fact(`asleep:${id}`, false)) this.add(`awake:${id}`);
      if (here.fact(`asleep:${id}`, false) && may({ condition: met, holds: true })) {
        this.let(beat, `need:${id}`, true);
      }
    }
    for (const [id, { when }] of Object.entries(facts.script.hidden)) {
      if (may({ condition: when, holds: true })) this.let(beat, `told:${id}`, true);
    }
    for (const { id, when } of [...facts.script.reactions, ...facts.persona.reactions]) {
      if (may({ condition: when, holds: true })) this.add(`reaction:${id}`);
    }
    if (facts.persona.reactions.some(({ addsDoubt, id }) => addsDoubt && this.possible.has(`reaction:${id}`)))
      this.add('doubt-wakes');
    for (const { id, when } of redLinesOf(facts.script)) {
      if (may({ condition: when, holds: true })) this.end(`red-line:${id}`, 'red-line');
    }
    this.end('boil', facts.script.outcome.boil);
    this.finish(beat, 'leave', []);
    this.finish(beat, 'close', []);
    this.act(beat);
    this.advance(beat);
  }

  private advance(beat: string): void {
    const { next = [] } = this.facts.script.beats[beat] ?? {};
    next.forEach(({ when, go, close }, index) => {
      const wishes: Wish[] = [
        // An earlier step of the same beat takes precedence, but one that leads round in a circle may be skipped.
        ...next.slice(0, index).flatMap((earlier): Wish[] => {
          const skipped = earlier.go !== undefined && this.leadsBack(earlier.go, beat);
          return skipped ? [] : [{ condition: earlier.when, holds: false }];
        }),
        { condition: when, holds: true },
      ];
      if (!mayHold(wishes, this.moment(beat))) return;
      this.add(`step:${beat}:${index}`);
      if (close) this.finish(beat, 'close', wishes, 'any');
      else if (go !== undefined) this.enter(beat, go, wishes);
    });
  }

  /** Goes on to a beat with all values that the step allows. */
  private enter(from: string, to: string, wishes: readonly Wish[]): void {
    if (!this.beats.has(to)) {
      this.beats.set(to, new Map());
      this.changed = true;
    }
    this.add(`beat:${to}`);
    for (const name of this.beats.get(from)?.keys() ?? []) {
      for (const value of [true, false]) {
        const here = this.moment(from);
        if (!here.fact(name, value)) continue;
        const so: Possible = {
          ...here,
          fact: (other, is) => (other === name ? is === value : here.fact(other, is)),
        };
        if (mayHold(wishes, so)) this.let(to, name, name === `beat:${to}` || value);
      }
    }
  }

  /** The endings to which a list may lead. */
  private finish(
    beat: string,
    how: 'close' | 'leave',
    first: readonly Wish[],
    signs: 'any' | 'none' = 'none',
  ): void {
    const list = this.facts.script.outcome[how];
    list.forEach(({ when, ending }, index) => {
      const wishes: Wish[] = [
        ...first,
        ...list.slice(0, index).map((earlier) => ({ condition: earlier.when ?? ALWAYS, holds: false })),
        { condition: when ?? ALWAYS, holds: true },
      ];
      if (mayHold(wishes, this.moment(beat, signs))) this.end(`${how}:${index}`, ending);
    });
  }

  private act(beat: string): void {
    for (const name of ActionNameSchema.options) {
      const rule = this.facts.script.actions[name];
      const open = rule
        ? mayHold([{ condition: rule.when ?? ALWAYS, holds: true }], this.moment(beat, 'none'))
        : isOpenAlways(name);
      if (open) this.add(`open:${name}`);
    }
  }

  private mayBeDone(name: string): boolean {
    const [kind, id = ''] = name.split(':');
    if (kind === 'did') return this.possible.has(`open:${id}`);
    return kind !== 'reacted' || this.possible.has(`reaction:${id}`);
  }

  /** Whether the agenda may come from one beat to another, in as many steps as one likes. */
  private leadsBack(from: string, to: string): boolean {
    const seen = new Set([from]);
    for (const beat of seen) {
      if (beat === to) return true;
      for (const { go } of this.facts.script.beats[beat]?.next ?? []) if (go !== undefined) seen.add(go);
    }
    return false;
  }

  private end(rule: string, ending: Ending): void {
    this.add(rule);
    this.add(`ending:${ending}`);
  }

  private add(name: string): void {
    if (this.possible.has(name)) return;
    this.possible.add(name);
    this.changed = true;
  }

  private let(beat: string, name: string, value: boolean): void {
    const values = this.beats.get(beat);
    const before = values?.get(name) ?? { true: false, false: false };
    if (before[`${value}`]) return;
    values?.set(name, { ...before, [`${value}`]: true });
    this.changed = true;
    if (value) this.possible.add(name);
  }
}

/** Any tone from the worst down to the start; better ones only where some reaction soothes. */
function tonesOf({ persona, script, startLevel }: Case): ReadonlySet<Tone> {
  const soothes = [...persona.reactions, ...script.reactions].some(({ mood }) => mood < 0);
  const lowest = soothes ? 0 : startLevel;
  const tones = new Set<Tone>();
  for (let level = lowest; level < BOILING_POINT; level++) tones.add(toneOf(persona, level));
  return tones;
}

/** Whether a line of the script may be said, as far as the outline tells. */
export function mayBeSaid(facts: Case, { possible }: Outline, pool: string): boolean {
  const [kind = '', id = '', part] = pool.split('.');
  switch (kind) {
    case 'need': {
      if (part === 'thanks') return possible.has(`need:${id}`);
      const since = facts.needs[id]?.since;
      return possible.has(`awake:${id}`) && (since === undefined || possible.has(`beat:${since}`));
    }
    case 'hidden':
      return possible.has(`told:${id}`);
    case 'beat':
      return possible.has(part === undefined ? `beat:${id}` : `step:${id}:${part}`);
    case 'reaction':
      return possible.has(`reaction:${id}`);
    case 'ending':
      return possible.has(`ending:${id}`);
    default:
      return true;
  }
}
