import type { Case } from '../script/case';
import type { Condition } from '../script/condition';
import type { Merit } from './explore';
import type { Mind } from './mind';

/** Needs met, facts told and sleeping doubts woken first, then a good mood. */
export const forward: Merit = ({ known, level, at }) => {
  let facts = 0;
  for (const key of Object.keys(known)) {
    if (key.startsWith('need:') || key.startsWith('told:')) facts++;
    else if (key.startsWith('asleep:')) facts--;
  }
  return 4 * facts - level - (at === 'holding' ? 1 : 0);
};

/** Where to look for a pool of the script that was not said yet. */
export function towardsPool(facts: Case, pool: string): Merit {
  const [kind = '', id = '', part] = pool.split('.');
  const { script } = facts;
  switch (kind) {
    case 'need':
      return towardsNeed(facts, id);
    case 'beat':
      return part === undefined
        ? towardsBeat(facts, id)
        : towards(facts, script.beats[id]?.next[Number(part)]?.when ?? {}, id);
    case 'reaction':
      return towards(facts, script.reactions.find((reaction) => reaction.id === id)?.when ?? {});
    case 'ending':
      return towardsEnding(facts, id);
    default:
      return forward;
  }
}

/** All that the customer asks before this need, which itself stays open. */
function towardsNeed(facts: Case, id: string): Merit {
  const ids = Object.keys(facts.needs);
  const earlier = ids.slice(0, ids.indexOf(id));
  const need = facts.needs[id];
  const after = need?.after;
  const beat = need?.since;
  const lead = beat === undefined ? undefined : towardsBeat(facts, beat);
  return (mind) => {
    const { known, level } = mind;
    const awake = after === undefined || known[`told:${after}`] ? 4 : 0;
    const doubts = Object.keys(known).filter((key) => key.startsWith('asleep:')).length;
    const here = beat === undefined || known[`beat:${beat}`] ? 8 : (lead?.(mind) ?? 0) / 4;
    const open = known[`need:${id}`] ? 0 : 16;
    const met = earlier.filter((one) => known[`need:${one}`]).length;
    return 4 * met + awake + here + open - level - 4 * doubts;
  };
}

export function towardsBeat(facts: Case, id: string): Merit {
  const ways = Object.entries(facts.script.beats).flatMap(([from, { next }]) =>
    next.filter(({ go }) => go === id).map(({ when }) => towards(facts, when, from)),
  );
  return (mind) => Math.max(forward(mind) / 8, ...ways.map((way) => way(mind)));
}

export function towardsEnding({ script, ...rest }: Case, id: string): Merit {
  const { close, leave } = script.outcome;
  const ways = [...close, ...leave].filter(({ ending }) => ending === id).flatMap(({ when }) => when ?? []);
  return (mind) =>
    Math.max(forward(mind) / 8, ...ways.map((when) => towards({ script, ...rest }, when)(mind)));
}

/** As many of a condition's lasting parts as possible, and nothing told that it does not ask for. */
function towards(facts: Case, condition: Condition, from?: string): Merit {
  const wanted = new Map<string, boolean>();
  collect(facts, condition, true, wanted);
  return (mind: Mind) => {
    let merit = from === undefined || mind.beat === from ? 6 : 0;
    for (const [fact, wish] of wanted) if ((mind.known[fact] === true) === wish) merit += 4;
    for (const fact of Object.keys(mind.known)) {
      if (fact.startsWith('told:') && !wanted.has(fact)) merit -= 2;
    }
    return Math.round(merit - mind.level / 2);
  };
}

function collect(facts: Case, condition: Condition, wish: boolean, wanted: Map<string, boolean>): void {
  const { need, open, told, beat, reacted, did, needs, all, any, not } = condition;
  for (const id of need ?? []) if (facts.needs[id]) wanted.set(`need:${id}`, wish);
  for (const id of open ?? []) wanted.set(`need:${id}`, !wish);
  for (const id of told ?? []) wanted.set(`told:${id}`, wish);
  for (const id of beat ?? []) wanted.set(`beat:${id}`, wish);
  for (const id of reacted ?? []) wanted.set(`reacted:${id}`, wish);
  for (const deed of did ?? []) wanted.set(`did:${deed}`, wish);
  if (needs) for (const id of Object.keys(facts.needs)) wanted.set(`need:${id}`, wish);
  for (const part of all ?? []) collect(facts, part, wish, wanted);
  for (const part of any ?? []) collect(facts, part, wish, wanted);
  if (not) collect(facts, not, !wish, wanted);
}
