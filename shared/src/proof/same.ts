import { type Case, once } from '../script/case';
import { conditionsWithin } from '../script/condition';
import { conditionsOf } from './letters';
import type { Mind } from './mind';

/** Lasting facts that some condition of the case looks at; the others make no difference. */
const lookedAt = once((facts): ReadonlySet<string> => {
  const keys = new Set<string>();
  for (const condition of conditionsOf(facts).flatMap((each) => [...conditionsWithin(each)])) {
    for (const deed of condition.did ?? []) keys.add(`did:${deed}`);
    for (const id of condition.beat ?? []) keys.add(`beat:${id}`);
    for (const id of condition.reacted ?? []) keys.add(`reacted:${id}`);
    for (const past of [condition.ever, condition.before]) {
      for (const act of past?.act ?? []) keys.add(`ever:act:${act}`);
      for (const cue of past?.cue ?? []) keys.add(`ever:cue:${cue}`);
      for (const [claim, verdicts] of Object.entries(past?.claim ?? {})) {
        for (const verdict of verdicts) keys.add(`ever:claim:${claim}:${verdict}`);
      }
    }
  }
  return keys;
});

/** Beats that a need waits for: whether they were visited matters. */
const awaited = once(
  ({ needs }): ReadonlySet<string> =>
    new Set(Object.values(needs).flatMap(({ since }) => (since === undefined ? [] : [`beat:${since}`]))),
);

/**
 * Names states so that those which differ in nothing that matters are one. How often a soothing word has worked is left out: it
 * changes moods, not ways.
 */
export function keysFor(facts: Case): (mind: Mind) => string {
  const looked = lookedAt(facts);
  const beats = awaited(facts);
  const matters = (fact: string, known: Mind['known']): boolean =>
    looked.has(fact) ||
    beats.has(fact) ||
    /^(?:need|told|asleep):/.test(fact) ||
    // Once a need is met it no longer matters whether it was asked for.
    (fact.startsWith('asked:') && !known[`need:${fact.slice('asked:'.length)}`]);
  return ({ at, patience, beat, level, soothed, known, used }) =>
    [
      ...[at, at === 'waiting' ? patience : 0, beat, level, soothed, used.hold ?? 0],
      ...Object.keys(known)
        .filter((fact) => matters(fact, known))
        .sort(),
    ].join(' ');
}
