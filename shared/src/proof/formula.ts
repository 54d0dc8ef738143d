import type { Condition, SignCondition } from '../script/condition';
import type { Tone } from '../script/tone';

/** A condition that has to hold, or has not to. */
export type Wish = { readonly condition: Condition; readonly holds: boolean };

/** Conditions without `all`, `any` and `not` fall apart into these. */
export type Atom =
  | { readonly kind: 'sign' | 'fact'; readonly name: string }
  | { readonly kind: 'tone'; readonly tones: readonly Tone[] };
export type Formula =
  | { readonly op: 'atom'; readonly atom: Atom; readonly value: boolean }
  | { readonly op: 'and' | 'or'; readonly parts: readonly Formula[] };

export const atom = (kind: 'sign' | 'fact', name: string): Formula => ({
  op: 'atom',
  atom: { kind, name },
  value: true,
});
export const and = (parts: readonly Formula[]): Formula => ({ op: 'and', parts });
const or = (parts: readonly Formula[]): Formula => ({ op: 'or', parts });

function not(formula: Formula): Formula {
  if (formula.op === 'atom') return { ...formula, value: !formula.value };
  return { op: formula.op === 'and' ? 'or' : 'and', parts: formula.parts.map(not) };
}

/** The sign that a burst shows some cue or claim of the case. */
export const NAMED = 'named';

/**
 * A condition as a formula.
 * @param ids the needs that the persona has; what it does not need counts as met
 */
export function formulaOf({ condition, holds }: Wish, ids: readonly string[]): Formula {
  const formula = and(partsOf(condition, ids));
  return holds ? formula : not(formula);
}

/** As `holds` in condition.ts reads a condition, part by part. */
function partsOf(condition: Condition, ids: readonly string[]): Formula[] {
  const { doing, did, mood, need, open, told, needs, ever, before, answers } = condition;
  const { variant, beat, reacted } = condition;
  const { repeated, contradicts, all, any } = condition;
  const inner = (part: Condition): Formula => and(partsOf(part, ids));
  const satisfied = (id: string): Formula =>
    ids.includes(id) ? or([atom('fact', `need:${id}`), atom('fact', `asleep:${id}`)]) : and([]);
  return [
    ...signParts(condition, (name) => atom('sign', name)),
    ...(doing ? [or(doing.map((deed) => atom('sign', `doing:${deed}`)))] : []),
    ...(did ? [or(did.map((deed) => atom('fact', `did:${deed}`)))] : []),
    ...(variant ? [or(variant.map((id) => atom('fact', `variant:${id}`)))] : []),
    ...(beat ? [or(beat.map((id) => atom('fact', `beat:${id}`)))] : []),
    ...(reacted ? [or(reacted.map((id) => atom('fact', `reacted:${id}`)))] : []),
    ...(mood ? [{ op: 'atom', atom: { kind: 'tone', tones: mood }, value: true } as const] : []),
    ...(need ?? []).map(satisfied),
    ...(open ?? []).map((id) => not(satisfied(id))),
    ...(told ?? []).map((id) => atom('fact', `told:${id}`)),
    ...(needs ? ids.map(satisfied) : []),
    ...(ever ? signParts(ever, (name) => or([atom('fact', `ever:${name}`), atom('sign', name)])) : []),
    ...(before ? signParts(before, (name) => atom('fact', `ever:${name}`)) : []),
    ...(answers === undefined ? [] : [atom('fact', `asked:${answers}`), not(atom('sign', NAMED))]),
    ...(repeated === undefined ? [] : [repeated ? atom('sign', 'repeated') : not(atom('sign', 'repeated'))]),
    ...(contradicts === undefined
      ? []
      : [contradicts ? atom('sign', 'contradicts') : not(atom('sign', 'contradicts'))]),
    ...(all ?? []).map(inner),
    ...(any ? [or(any.map(inner))] : []),
    ...(condition.not ? [not(inner(condition.not))] : []),
  ];
}

/** The formula with its signs named as those of one burst among several. */
export function inBurst(formula: Formula, burst: number): Formula {
  if (formula.op !== 'atom') return { ...formula, parts: formula.parts.map((part) => inBurst(part, burst)) };
  const { atom: inner } = formula;
  return inner.kind === 'sign' ? { ...formula, atom: { ...inner, name: `${burst}/${inner.name}` } } : formula;
}

const signParts = ({ act, cue, claim }: SignCondition, of: (name: string) => Formula): Formula[] => [
  ...(act ? [or(act.map((id) => of(`act:${id}`)))] : []),
  ...(cue ? [or(cue.map((id) => of(`cue:${id}`)))] : []),
  ...Object.entries(claim ?? {}).map(([id, verdicts]) => or(verdicts.map((v) => of(`claim:${id}:${v}`)))),
];
