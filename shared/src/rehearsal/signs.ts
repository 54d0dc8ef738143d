import type { Signs } from '../script/condition';
import type { ReplyEntry } from './entry';

const distinct = <T>(items: readonly T[]): T[] => [...new Set(items)].sort();

/** What a stored reply shows to conditions. */
export const replySigns = ({
  understood: { acts, cues, claims },
  repeated,
  contradicts,
}: Pick<ReplyEntry, 'understood' | 'repeated' | 'contradicts'>): Signs => ({
  acts: distinct(acts.map(({ act }) => act)),
  cues: distinct(cues.map(({ cue }) => cue)),
  claims: distinct(claims.map(({ claim, verdict }) => `${claim}:${verdict}`)),
  actions: [],
  repeated,
  contradicts,
});
