import { ActionNameSchema, SILENT_ACTIONS } from '../script/action';
import type { Case } from '../script/case';
import { type Condition, conditionsWithin, NO_SIGNS, type Signs } from '../script/condition';
import { redLinesOf } from '../script/red-lines';
import { TONES } from '../script/tone';
import { ACT_IDS, type Act } from '../understanding/acts';
import type { Letter } from './customer-model';
import type { Wish } from './formula';
import { type Model, type Possible, waysToHold } from './satisfiable';

/** At most this many ways to fulfil one rule are tried together; a list of acts is one way each. */
const WAYS = 8;

/** Every condition of a case, of the script as of the persona. */
export function conditionsOf({ script, persona, needs }: Case): Condition[] {
  const { close, leave } = script.outcome;
  return [
    ...Object.values(needs).map(({ met }) => met),
    ...Object.values(script.hidden).map(({ when }) => when),
    ...Object.values(script.beats).flatMap(({ next }) => next.map(({ when }) => when)),
    ...[...script.reactions, ...persona.reactions, ...redLinesOf(script)].map(({ when }) => when),
    ...[...close, ...leave].flatMap(({ when }) => when ?? []),
    ...Object.values(script.actions).flatMap((rule) => rule?.when ?? []),
    ...(persona.gate ? [persona.gate.until, persona.gate.refuses] : []),
  ];
}

/**
 * What an agent can do that makes a difference to this customer: one act of each kind that the case tells apart, every cue,
 * claim and action that it looks at, and what conditions ask for together.
 */
export function lettersOf(facts: Case): Letter[] {
  const conditions = conditionsOf(facts);
  const leaves = conditions.flatMap((condition) => [...conditionsWithin(condition)]);
  const acts = distinctActs(leaves);
  const signs = new Map<string, Signs>();
  const add = (some: Partial<Signs>): void => {
    const whole = { ...NO_SIGNS, ...some };
    signs.set(JSON.stringify(whole), whole);
  };
  add({});
  add({ repeated: true });
  add({ contradicts: true });
  for (const act of acts) add({ acts: [act] });
  for (const { cue, claim } of leaves.flatMap((leaf) => [leaf, leaf.ever ?? {}, leaf.before ?? {}])) {
    for (const id of cue ?? []) add({ cues: [id] });
    for (const [id, verdicts] of Object.entries(claim ?? {}))
      for (const v of verdicts) add({ claims: [`${id}:${v}`] });
  }
  const ways = (wishes: readonly Wish[]): Partial<Signs>[] =>
    waysToHold(wishes, anything(facts, acts), WAYS).map(signsOf);
  for (const wishes of rulesOf(facts)) for (const way of ways(wishes)) add(way);
  // Long messages that answer everything, or everything but one thing.
  const answers = Object.values(facts.needs).map(
    ({ met }) => ways([{ condition: met, holds: true }])[0] ?? {},
  );
  for (let left = -1; left < answers.length; left++) {
    add(answers.filter((_, index) => index !== left).reduce<Partial<Signs>>(join, {}));
  }
  return [
    ...[...signs.values()].map((some): Letter => ({ do: 'reply', signs: some })),
    ...deedsIn(leaves).map(letterOf),
    { do: 'close' },
  ];
}

/** Acts that stand in the same lists everywhere are one to the customer; the first of each kind speaks for all. */
function distinctActs(leaves: readonly Condition[]): Act[] {
  const lists = leaves.flatMap(({ act, ever, before }) =>
    [act, ever?.act, before?.act].filter((list) => list !== undefined),
  );
  const kinds = new Map<string, Act>();
  for (const act of ACT_IDS) {
    const kind =
      lists.map((list) => (list.includes(act) ? '1' : '0')).join('') + (act === 'hold' ? 'hold' : '');
    if (!kinds.has(kind)) kinds.set(kind, act);
  }
  return [...kinds.values()];
}

/** What each rule of the case asks for: its condition, and none of those that come before it in its list. */
function rulesOf({ script, persona, needs }: Case): Wish[][] {
  const inOrder = (list: readonly { when?: Condition | undefined }[]): Wish[][] =>
    list.map(({ when = { all: [] } }, index) => [
      { condition: when, holds: true },
      ...list
        .slice(0, index)
        .flatMap((earlier) => ({ condition: earlier.when ?? { all: [] }, holds: false })),
    ]);
  const alone = (condition: Condition): Wish[] => [{ condition, holds: true }];
  return [
    ...Object.values(needs).map(({ met }) => alone(met)),
    ...Object.values(script.hidden).map(({ when }) => alone(when)),
    ...Object.values(script.beats).flatMap(({ next }) => inOrder(next)),
    ...[...script.reactions, ...persona.reactions].map(({ when }) => alone(when)),
    ...inOrder(redLinesOf(script)),
    ...inOrder(script.outcome.close),
    ...inOrder(script.outcome.leave),
    ...Object.values(script.actions).flatMap((rule) => (rule?.when ? [alone(rule.when)] : [])),
    ...(persona.gate ? [alone(persona.gate.until), alone(persona.gate.refuses)] : []),
  ];
}

/** Any moment at all; of acts that are one to the customer, only the first is shown. */
const anything = ({ needs }: Case, acts: readonly Act[]): Possible => {
  const shown = new Set<string>(acts.map((act) => `act:${act}`));
  return {
    tones: new Set(TONES),
    fact: () => true,
    sign: (name, value) => !value || !name.startsWith('act:') || shown.has(name),
    needs: Object.keys(needs),
  };
};

/** The signs that a model asks to be shown; deeds are letters of their own. */
function signsOf(model: Model): Partial<Signs> {
  const shown = [...model].flatMap(([name, value]) => (value ? [name] : []));
  const ids = (kind: string): string[] =>
    shown.flatMap((name) => (name.startsWith(`${kind}:`) ? [name.slice(kind.length + 1)] : [])).sort();
  const acts = ids('act');
  return {
    acts: ACT_IDS.filter((act) => acts.includes(act)),
    cues: ids('cue'),
    claims: ids('claim'),
    repeated: shown.includes('repeated'),
    contradicts: shown.includes('contradicts'),
  };
}

const join = (a: Partial<Signs>, b: Partial<Signs>): Partial<Signs> => ({
  acts: [...new Set([...(a.acts ?? []), ...(b.acts ?? [])])].sort(),
  cues: [...new Set([...(a.cues ?? []), ...(b.cues ?? [])])].sort(),
  claims: [...new Set([...(a.claims ?? []), ...(b.claims ?? [])])].sort(),
});

/** Actions that some condition looks at, with the verdict where it matters. */
function deedsIn(leaves: readonly Condition[]): string[] {
  return [...new Set(leaves.flatMap(({ doing, did }) => [...(doing ?? []), ...(did ?? [])]))].sort();
}

function letterOf(deed: string): Letter {
  const [name = '', verdict = 'right'] = deed.split(':');
  const action = ActionNameSchema.parse(name);
  const signs = SILENT_ACTIONS.has(action)
    ? undefined
    : { ...NO_SIGNS, actions: [action, `${action}:${verdict}`] };
  return { do: 'act', action, right: verdict === 'right', signs };
}
