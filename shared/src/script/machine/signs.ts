import type { Signs } from '../condition';

const union = <T>(a: readonly T[], b: readonly T[]): T[] => [...new Set([...a, ...b])].sort();

/** The signs of a burst: those of its replies together. A burst is a copy only if every reply in it is. */
export function addSigns(a: Signs, b: Signs): Signs {
  return {
    acts: union(a.acts, b.acts),
    cues: union(a.cues, b.cues),
    claims: union(a.claims, b.claims),
    actions: union(a.actions, b.actions),
    repeated: a.repeated && b.repeated,
    contradicts: a.contradicts || b.contradicts,
  };
}

/**
 * The lasting facts that a reply leaves behind: what has *ever* been said or done. An action with a wrong amount is not
 * `did:ACTION`, only `did:ACTION:VERDICT`.
 */
export function signAtoms({ acts, cues, claims, actions }: Signs): string[] {
  return [
    ...acts.map((act) => `ever:act:${act}`),
    ...cues.map((cue) => `ever:cue:${cue}`),
    ...claims.map((claim) => `ever:claim:${claim}`),
    ...actions
      .filter((action) => action.includes(':') || actions.includes(`${action}:right`))
      .map((action) => `did:${action}`),
  ];
}
