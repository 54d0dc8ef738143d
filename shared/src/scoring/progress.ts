import { z } from 'zod';
import { type Bilingual, BilingualSchema } from '../script/text';
import type { Candidate } from './debrief/next';
import { type Scorecard, ScorecardSchema } from './scorecard';

const points = ScorecardSchema.shape.total.nullable();

/** One dimension: the mean of the newest rehearsals and of those before them, 0–100; null where none measured it. */
const DimensionProgressSchema = z.object({
  id: z.string(),
  title: BilingualSchema,
  recent: points,
  before: points,
});

/** An indicator that keeps losing points, and the exercises whose typical mistakes are of that kind. */
const WeaknessSchema = z.object({
  id: z.string(),
  title: BilingualSchema,
  dimension: BilingualSchema,
  /** The mean of the newest rehearsals that measured it, 0–100. */
  points: z.number(),
  /** How many these were. */
  times: z.int().positive(),
  exercises: z.array(z.object({ script: z.string(), title: BilingualSchema })),
});

export const ProgressSchema = z.object({
  /** Of each finished rehearsal, in the order given: points by dimension, null where it could not occur. */
  courses: z.array(z.object({ id: z.string(), dimensions: z.record(z.string(), points) })),
  dimensions: z.array(DimensionProgressSchema),
  weaknesses: z.array(WeaknessSchema),
});
export type Progress = z.infer<typeof ProgressSchema>;

/** A finished rehearsal. */
export type Finished = { readonly id: string; readonly scorecard: Scorecard };

/** So many rehearsals count as recent, and so many before them as earlier. */
const RECENT = 5;
/** An indicator is judged by so many of the newest rehearsals that measured it: a single bad day is no weakness for ever. */
const JUDGED_BY = 6;
/** Below this mean an indicator is a weakness; it is the pass mark of a rehearsal (p). */
const GOOD = 80;
const WEAKNESSES = 5;
const EXERCISES = 3;

/**
 * What many rehearsals together say of a trainee.
 * @param finished oldest first
 * @param candidates the library, with what each script trains and the trainee's best scores
 */
export function progressOf(finished: readonly Finished[], candidates: readonly Candidate[]): Progress {
  return {
    courses: finished.map(({ id, scorecard }) => ({
      id,
      dimensions: Object.fromEntries(scorecard.dimensions.map((each) => [each.id, each.points])),
    })),
    dimensions: dimensionsOf(finished),
    weaknesses: weaknessesOf(finished, candidates),
  };
}

function dimensionsOf(finished: readonly Finished[]): Progress['dimensions'] {
  const seen = new Map<string, { title: Bilingual; points: number[] }>();
  for (const { scorecard } of finished) {
    for (const { id, title, points } of scorecard.dimensions) {
      const known = seen.get(id) ?? { title, points: [] };
      if (points !== null) known.points.push(points);
      seen.set(id, { ...known, title });
    }
  }
  return [...seen].map(([id, { title, points }]) => ({
    ...{ id, title },
    recent: mean(points.slice(-RECENT)),
    before: mean(points.slice(-2 * RECENT, -RECENT)),
  }));
}

/** Those first that cost the most of the 100 points: low and heavy. */
function weaknessesOf(
  finished: readonly Finished[],
  candidates: readonly Candidate[],
): Progress['weaknesses'] {
  const seen = new Map<string, Measured[]>();
  for (const { scorecard } of finished) {
    for (const { title: dimension, indicators } of scorecard.dimensions) {
      for (const { id, title, points, weight } of indicators) {
        if (points === null) continue;
        seen.set(id, [...(seen.get(id) ?? []), { title, dimension, points, weight }]);
      }
    }
  }
  return [...seen]
    .flatMap(([id, measured]) => {
      const judged = measured.slice(-JUDGED_BY);
      const newest = judged.at(-1);
      const points = mean(judged.map((each) => each.points));
      if (!newest || points === null || points >= GOOD) return [];
      const lost = judged.reduce((sum, each) => sum + (100 - each.points) * each.weight, 0) / judged.length;
      const { title, dimension } = newest;
      return [{ id, title, dimension, points, lost, times: judged.length }];
    })
    .toSorted((a, b) => b.lost - a.lost || (a.id < b.id ? -1 : 1))
    .slice(0, WEAKNESSES)
    .map(({ lost: _, ...weakness }) => ({ ...weakness, exercises: trainersOf(weakness.id, candidates) }));
}

type Measured = {
  readonly title: Bilingual;
  readonly dimension: Bilingual;
  readonly points: number;
  readonly weight: number;
};

/** Scripts that train an indicator: those that show most of its mistakes, what was not yet tried before what was. */
const trainersOf = (indicator: string, candidates: readonly Candidate[]) =>
  candidates
    .filter(({ trains }) => (trains[indicator] ?? 0) > 0)
    .toSorted(
      (a, b) =>
        Object.keys(a.best).length - Object.keys(b.best).length ||
        (b.trains[indicator] ?? 0) - (a.trains[indicator] ?? 0) ||
        (a.script < b.script ? -1 : 1),
    )
    .slice(0, EXERCISES)
    .map(({ script, title }) => ({ script, title }));

/** One decimal; null of nothing. */
const mean = (values: readonly number[]): number | null =>
  values.length === 0
    ? null
    : Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 10) / 10;
