import type { Replay } from '@kefu/shared/protocol/replay';
import type { Entry } from '@kefu/shared/rehearsal/entry';
import { insightsOf } from '@kefu/shared/rehearsal/insight';
import { readsOf } from '@kefu/shared/rehearsal/reads';
import { sourcesOf } from '@kefu/shared/rehearsal/source';
import { viewEntry } from '@kefu/shared/rehearsal/view';
import { type Staged, viewingOf } from '../content/archive';
import type { FoundRehearsal } from '../storage/rehearsals';
import { deskOf } from './rehearsal-views';

/** A finished rehearsal as its trainee saw it, and what was behind it. */
export function replayOf(row: FoundRehearsal, staged: Staged, log: readonly Entry[]): Replay {
  const { exercise } = staged;
  const { facts } = exercise;
  const viewing = viewingOf(staged, row.mode);
  const titles = (named: Readonly<Record<string, { title: string }>>) =>
    Object.fromEntries(Object.entries(named).map(([id, { title }]) => [id, title]));
  return {
    desk: deskOf(row, staged),
    views: log.map((entry) => viewEntry(viewing, entry)),
    reads: readsOf(exercise, row.seed, row.pace, log),
    insights: insightsOf(facts, log),
    sources: sourcesOf(facts, log),
    tones: facts.persona.mood.names,
    titles: { cues: titles(facts.teaching.cues), claims: titles(facts.teaching.claims) },
  };
}
