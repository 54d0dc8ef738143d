import { type Case, once } from '../script/case';
import { conditionsWithin } from '../script/condition';
import { conditionsOf } from './letters';
import type { Mind } from './mind';

/** Lasting facts that some condition of the case looks at; the others make no difference. */
const lookedAt = once((facts): ReadonlySet<string> => {
  const keys = new Set<string>();
  for (const condition of conditionsOf(facts).flatMap((each) => [...conditionsWithin(each)])) {
    if (condition.answers !== undefined) keys.add(`asked:${condition.answers}`);
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
  const needs = Object.keys(facts.needs);
  const looked = [
    ...lookedAt(facts),
    ...awaited(facts),
    ...needs.map((id) => `asleep:${id}`),
    ...Object.keys(facts.script.hidden).map((id) => `told:${id}`),
  ];
  return ({ at, patience, beat, level, soothed, known, used }) => {
    let key = `${at === 'waiting' ? patience : at} ${beat} ${level} ${soothed} ${used.hold ?? 0} `;
    for (const fact of looked) key += known[fact] ? '1' : '0';
    // Once a need is met it no longer matters whether it was asked for.
    for (const id of needs) key += known[`need:${id}`] ? 'm' : known[`asked:${id}`] ? 'a' : '-';
    return key;
  };
}
