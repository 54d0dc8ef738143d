import { TONES, type Tone } from '../script/tone';
import { type Formula, formulaOf, inBurst, NAMED, type Wish } from './formula';

/** What may be the case, as far as is known: anything that is not excluded. */
export type Possible = {
  readonly tones: ReadonlySet<Tone>;
  /** Whether a lasting fact such as `need:ID`, `told:ID` or `did:ACTION` may hold, or not hold. */
  readonly fact: (name: string, value: boolean) => boolean;
  /** Whether the burst may show a sign such as `act:ID`, `cue:ID` or `repeated`, or may not show it. */
  readonly sign: (name: string, value: boolean) => boolean;
  /** Ids of the needs that the persona has. */
  readonly needs: readonly string[];
};

/** Attempts after which a question counts as answered with “perhaps”. */
const PATIENCE = 4_000;

/** What is settled in one way to fulfil wishes: signs by their names, lasting facts as `known NAME`. */
export type Model = ReadonlyMap<string, boolean>;

/**
 * Whether the wishes may hold together in one moment. The facts are taken as independent of each other, so “yes” means perhaps,
 * while “no” is certain: no customer can ever come to such a moment.
 * @param lasting what a burst shows counts as known already, as when the same burst came before
 */
export function mayHold(wishes: readonly Wish[], possible: Possible, lasting = false): boolean {
  const formulas = wishes.map((wish) => formulaOf(wish, possible.needs));
  const search = new Search(possible, lasting);
  return search.models(formulas).next().done !== true || search.tired;
}

/**
 * Whether the wishes of several bursts may hold one after the other, each burst showing what it likes, while no lasting fact changes
 * between them and all that they show was shown before.
 */
export function mayGoRound(bursts: readonly (readonly Wish[])[], possible: Possible): boolean {
  const formulas = bursts.flatMap((wishes, index) =>
    wishes.map((wish) => inBurst(formulaOf(wish, possible.needs), index)),
  );
  const search = new Search(possible, true);
  return search.models(formulas).next().done !== true || search.tired;
}

/** Ways in which the wishes may hold together, at most `count` of them. */
export function waysToHold(wishes: readonly Wish[], possible: Possible, count: number): Model[] {
  const ways: Model[] = [];
  const formulas = wishes.map((wish) => formulaOf(wish, possible.needs));
  for (const way of new Search(possible, false).models(formulas)) {
    ways.push(way);
    if (ways.length >= count) break;
  }
  return ways;
}

/** A tableau over the formulas of the wishes. */
class Search {
  private tries = 0;
  private readonly possible: Possible;
  private readonly lasting: boolean;

  constructor(possible: Possible, lasting: boolean) {
    this.possible = possible;
    this.lasting = lasting;
  }

  /** It has given up, so that there may be more models than it has found. */
  get tired(): boolean {
    return this.tries > PATIENCE;
  }

  models(formulas: readonly Formula[]): Generator<Model> {
    return this.fulfil(
      formulas,
      new Map(),
      TONES.filter((tone) => this.possible.tones.has(tone)),
    );
  }

  /** Settles all that leaves no choice, then tries the narrowest choice: a contradiction is found early. */
  private *fulfil(todo: readonly Formula[], settled: Model, tones: readonly Tone[]): Generator<Model> {
    this.tries++;
    if (this.tired) return;
    const now = new Map(settled);
    let left = tones;
    let choices: Choice[] = [];
    const plain = [...todo];
    for (;;) {
      for (let formula = plain.pop(); formula; formula = plain.pop()) {
        if (formula.op !== 'atom') {
          if (formula.op === 'and') plain.push(...formula.parts.toReversed());
          else choices.push(formula);
          continue;
        }
        const { atom, value } = formula;
        if (atom.kind === 'tone') {
          left = left.filter((tone) => atom.tones.includes(tone) === value);
          if (left.length === 0) return;
        } else if (!this.settle(now, atom.kind, atom.name, value)) return;
      }
      // What is settled makes choices: those that are fulfilled are dropped, and what cannot be any more is no choice.
      const open: Choice[] = [];
      for (const { op, parts } of choices) {
        const truths = parts.map((part) => this.truthOf(part, now, left));
        if (truths.includes(true)) continue;
        const possible = parts.filter((_, index) => truths[index] !== false);
        if (possible.length === 0) return;
        if (possible.length === 1) plain.push(...possible);
        else open.push({ op, parts: possible });
      }
      choices = open;
      if (plain.length === 0) break;
    }
    const choice = narrowest(choices);
    if (!choice) {
      yield now;
      return;
    }
    const others = choices.filter((other) => other !== choice);
    for (const part of choice.parts) yield* this.fulfil([...others, part], now, left);
  }

  /** Whether a formula holds by what is settled; undefined where that is still open. */
  private truthOf(formula: Formula, settled: Model, tones: readonly Tone[]): boolean | undefined {
    if (formula.op !== 'atom') {
      const truths = formula.parts.map((part) => this.truthOf(part, settled, tones));
      const decisive = formula.op === 'or';
      if (truths.includes(decisive)) return decisive;
      return truths.includes(undefined) ? undefined : !decisive;
    }
    const { atom, value } = formula;
    if (atom.kind === 'tone') {
      const fitting = tones.filter((tone) => atom.tones.includes(tone) === value).length;
      return fitting === tones.length ? true : fitting === 0 ? false : undefined;
    }
    const known = settled.get(atom.kind === 'sign' ? atom.name : `known ${atom.name}`);
    if (known !== undefined) return known === value;
    return this.possible[atom.kind](bareOf(atom.name), value) ? undefined : false;
  }

  /** @returns whether it agrees with what is settled and possible */
  private settle(
    settled: Map<string, boolean>,
    kind: 'sign' | 'fact',
    name: string,
    value: boolean,
  ): boolean {
    const key = kind === 'sign' ? name : `known ${name}`;
    const before = settled.get(key);
    if (before !== undefined) return before === value;
    const bare = bareOf(name);
    const burst = name.slice(0, name.length - bare.length);
    if (!this.possible[kind](bare, value)) return false;
    settled.set(key, value);
    if (kind !== 'sign' || !value) return true;
    // A burst with a cue or a claim names something of the case.
    if (/^(?:cue|claim):/.test(bare) && !this.settle(settled, 'sign', burst + NAMED, true)) return false;
    // What it shows is known from then on, and what is not known was not shown.
    // The other way round needs no rule: a sign that is settled later finds the fact denied.
    return !this.lasting || this.settle(settled, 'fact', `ever:${bare}`, true);
  }
}

/** The name of a sign without the burst to which it belongs. */
const bareOf = (name: string): string => name.slice(name.indexOf('/') + 1);

type Choice = Extract<Formula, { op: 'and' | 'or' }>;

function narrowest(choices: readonly Choice[]): Choice | undefined {
  let chosen = choices[0];
  for (const choice of choices) if (chosen && choice.parts.length < chosen.parts.length) chosen = choice;
  return chosen;
}
