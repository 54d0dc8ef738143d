import { BOILING_POINT, toneOf } from '../persona/schema';
import { type Case, once } from '../script/case';
import type { Condition } from '../script/condition';
import type { Ending } from '../script/kinds';
import { and, atom, type Formula, formulaOf } from './formula';
import type { Mind } from './mind';

/** How far a state is from something that is looked for, in rough steps; the nearest states are gone on from first. */
export type Distance = (mind: Mind) => number;

/** What cannot be undone, such as a secret that is told, is as far as this. */
const LOST = 50;

/** Distance to a moment in which a condition holds while none of the earlier ones does. */
export function toCondition(facts: Case, when: Condition, not: readonly Condition[] = []): Distance {
  const ids = Object.keys(facts.needs);
  const formula = and([
    formulaOf({ condition: when, holds: true }, ids),
    ...not.map((condition) => formulaOf({ condition, holds: false }, ids)),
  ]);
  return (mind) => gap(facts, mind, formula) + strain(mind);
}

/** Distance to a step of the agenda: to its beat, and there to its condition. */
export function toStep(facts: Case, beat: string, index: number): Distance {
  const { next = [] } = facts.script.beats[beat] ?? {};
  const there = toBeat(facts, beat);
  const here = toCondition(
    facts,
    next[index]?.when ?? {},
    next.slice(0, index).map(({ when }) => when),
  );
  return (mind) => there(mind) + here(mind);
}

/** The cheapest way along the agenda, each step as far as its condition now is. */
export function toBeat(facts: Case, goal: string): Distance {
  const far = beatsFrom(facts);
  return (mind) => 2 * (far(mind).get(goal) ?? LOST) + strain(mind);
}

/** How far every beat is from a state. Many things that are looked for lie in some beat, so that it is kept with the state. */
const beatsFrom = once((facts) => {
  const { beats } = facts.script;
  const ids = Object.keys(facts.needs);
  const steps = Object.entries(beats).flatMap(([from, { next }]) =>
    next.flatMap(({ when, go }) =>
      go === undefined ? [] : [{ from, go, guard: formulaOf({ condition: when, holds: true }, ids) }],
    ),
  );
  const known = new WeakMap<Mind, ReadonlyMap<string, number>>();
  return (mind: Mind): ReadonlyMap<string, number> => {
    const before = known.get(mind);
    if (before) return before;
    const far = new Map([[mind.beat, 0]]);
    const cost = steps.map(({ guard }) => 1 + gap(facts, mind, guard));
    // As many rounds as there are beats are enough for every way without circles.
    for (let round = 0, moved = true; moved && round < Object.keys(beats).length; round++) {
      moved = false;
      steps.forEach(({ from, go }, index) => {
        const way = (far.get(from) ?? LOST) + (cost[index] ?? 0);
        if (way >= (far.get(go) ?? LOST)) return;
        far.set(go, way);
        moved = true;
      });
    }
    known.set(mind, far);
    return far;
  };
});

/** Distance to an entry of an outcome list: its condition, and a talk that can be closed or left. */
export function toOutcome(facts: Case, how: 'close' | 'leave', index: number): Distance {
  const list = facts.script.outcome[how];
  const entry = toCondition(
    facts,
    list[index]?.when ?? { all: [] },
    list.slice(0, index).flatMap(({ when }) => when ?? []),
  );
  const met = formulaOf({ condition: { needs: 'met' }, holds: true }, Object.keys(facts.needs));
  const farewells = Object.entries(facts.script.beats)
    .filter(([, { owes, next }]) => !owes || next.some(({ close }) => close))
    .map(([id]) => toBeat(facts, id));
  if (how === 'leave') return entry;
  return (mind) => entry(mind) + Math.min(gap(facts, mind, met), ...farewells.map((far) => far(mind)));
}

export function toEnding(facts: Case, ending: Ending): Distance {
  const ways = (['close', 'leave'] as const).flatMap((how) =>
    facts.script.outcome[how].flatMap((entry, index) =>
      entry.ending === ending ? [toOutcome(facts, how, index)] : [],
    ),
  );
  return nearest(ways);
}

/** Distance to a line of the script. */
export function toPool(facts: Case, pool: string): Distance {
  const [kind = '', id = '', part] = pool.split('.');
  const { script } = facts;
  switch (kind) {
    case 'need':
      return toAsking(facts, id, part === 'again');
    case 'beat':
      return part === undefined ? toBeat(facts, id) : toStep(facts, id, Number(part));
    case 'reaction':
      return toCondition(facts, script.reactions.find((reaction) => reaction.id === id)?.when ?? {});
    case 'hidden':
      return toCondition(facts, script.hidden[id]?.when ?? {});
    default:
      return nearest(
        (['close', 'leave'] as const).flatMap((how) =>
          script.outcome[how].flatMap(({ ending }, index) =>
            ending === id ? [toOutcome(facts, how, index)] : [],
          ),
        ),
      );
  }
}

/** The customer asks for the first need that is open: all before it are met, it is awake, and its beat has come. */
function toAsking(facts: Case, id: string, again: boolean): Distance {
  const ids = Object.keys(facts.needs);
  const need = facts.needs[id];
  const earlier = and(
    ids
      .slice(0, ids.indexOf(id))
      .map((other) => formulaOf({ condition: { need: [other] }, holds: true }, ids)),
  );
  const open: Formula = formulaOf({ condition: { not: { need: [id] } }, holds: true }, ids);
  const asked: Formula = again ? atom('fact', `asked:${id}`) : and([]);
  const beat = need?.since === undefined ? undefined : toBeat(facts, need.since);
  const spares = ids.filter((other) => facts.needs[other]?.spare && ids.indexOf(other) <= ids.indexOf(id));
  return (mind) => {
    const there = beat && !mind.known[`beat:${need?.since}`] ? beat(mind) : 0;
    // Doubts wake in their order, so that each earlier one that still sleeps is one more step.
    const asleep = need?.spare ? spares.filter((other) => mind.known[`asleep:${other}`]).length : 0;
    const rests = facts.script.beats[mind.beat]?.owes === false ? 2 : 0;
    return gap(facts, mind, and([earlier, open, asked])) + there + 2 * asleep + rests + strain(mind);
  };
}

const nearest =
  (ways: readonly Distance[]): Distance =>
  (mind) =>
    Math.min(LOST, ...ways.map((way) => way(mind)));

/** A customer near the boiling point does not stay for long. */
const strain = ({ level, at }: Mind): number =>
  level / 8 + (level >= BOILING_POINT - 2 ? 1 : 0) + (at === 'holding' ? 0.5 : 0);

/** How many lasting facts and how much mood are missing; signs of the next burst are free. */
function gap(facts: Case, mind: Mind, formula: Formula): number {
  switch (formula.op) {
    case 'and':
      return formula.parts.reduce((sum, part) => sum + gap(facts, mind, part), 0);
    case 'or':
      return Math.min(LOST, ...formula.parts.map((part) => gap(facts, mind, part)));
    case 'atom': {
      const { atom: wanted, value } = formula;
      if (wanted.kind === 'sign') return 0;
      if (wanted.kind === 'tone') return toneGap(facts, mind.level, wanted.tones, value);
      if ((mind.known[wanted.name] === true) === value) return 0;
      // Facts last; only sleep ends.
      const undone = wanted.name.startsWith('asleep:') ? value : !value;
      return undone ? LOST : 1;
    }
  }
}

function toneGap(facts: Case, level: number, tones: readonly string[], value: boolean): number {
  let least = LOST;
  for (let other = 0; other < BOILING_POINT; other++) {
    if (tones.includes(toneOf(facts.persona, other)) === value)
      least = Math.min(least, Math.abs(other - level) / 2);
  }
  return least;
}
