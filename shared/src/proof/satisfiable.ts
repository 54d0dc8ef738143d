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

  private *fulfil(todo: readonly Formula[], settled: Model, tones: readonly Tone[]): Generator<Model> {
    this.tries++;
    if (this.tired) return;
    const [next, ...rest] = ordered(todo);
    if (!next) {
      yield settled;
      return;
    }
    switch (next.op) {
      case 'and':
        yield* this.fulfil([...next.parts, ...rest], settled, tones);
        return;
      case 'or':
        for (const part of next.parts) yield* this.fulfil([part, ...rest], settled, tones);
        return;
      case 'atom': {
        const { atom, value } = next;
        if (atom.kind === 'tone') {
          const left = tones.filter((tone) => atom.tones.includes(tone) === value);
          if (left.length > 0) yield* this.fulfil(rest, settled, left);
          return;
        }
        const now = this.settle(settled, atom.kind, atom.name, value);
        if (now) yield* this.fulfil(rest, now, tones);
      }
    }
  }

  private settle(settled: Model, kind: 'sign' | 'fact', name: string, value: boolean): Model | undefined {
    const key = kind === 'sign' ? name : `known ${name}`;
    const before = settled.get(key);
    if (before !== undefined) return before === value ? settled : undefined;
    const bare = name.slice(name.indexOf('/') + 1);
    const burst = name.slice(0, name.length - bare.length);
    if (!this.possible[kind](bare, value)) return undefined;
    let now: Model | undefined = new Map(settled).set(key, value);
    // A burst with a cue or a claim names something of the case.
    if (kind === 'sign' && value && /^(?:cue|claim):/.test(bare)) {
      now = this.settle(now, 'sign', burst + NAMED, true);
    }
    // What it shows is known from then on, and what is not known was not shown.
    if (!now || !this.lasting) return now;
    // The other way round needs no rule: a sign that is settled later finds the fact denied.
    return kind === 'sign' && value ? this.settle(now, 'fact', `ever:${bare}`, true) : now;
  }
}

/** Atoms first, then the narrowest choice: a contradiction is found early. */
function ordered(todo: readonly Formula[]): readonly Formula[] {
  const width = (formula: Formula): number => (formula.op === 'or' ? formula.parts.length : 1);
  let chosen = todo[0];
  for (const formula of todo) if (chosen && width(formula) < width(chosen)) chosen = formula;
  return chosen === undefined ? [] : [chosen, ...todo.filter((formula) => formula !== chosen)];
}
