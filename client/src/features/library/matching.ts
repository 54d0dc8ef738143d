import type { Library } from '@kefu/shared/protocol/rest';

export type Search = {
  q?: string | undefined;
  stage?: 'pre-sale' | 'in-sale' | 'after-sale' | undefined;
  level?: 'novice' | 'advanced' | undefined;
  persona?: string | undefined;
  tag?: string | undefined;
};

type Exercise = Library['exercises'][number];

const STAGE_ORDER = { 'pre-sale': 0, 'in-sale': 1, 'after-sale': 2 } as const;
const LEVEL_ORDER = { novice: 0, advanced: 1 } as const;

/** What fits all filters, in the order of a sale and from easy to hard. Each word of the search must occur somewhere. */
export function matching(exercises: readonly Exercise[], search: Search): readonly Exercise[] {
  const words = (search.q ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  return exercises
    .filter((exercise) => {
      if (search.stage !== undefined && exercise.stage !== search.stage) return false;
      if (search.level !== undefined && exercise.level !== search.level) return false;
      if (search.tag !== undefined && !exercise.tags.includes(search.tag)) return false;
      const text = textOf(exercise);
      return words.every((word) => text.includes(word));
    })
    .toSorted(
      (a, b) => STAGE_ORDER[a.stage] - STAGE_ORDER[b.stage] || LEVEL_ORDER[a.level] - LEVEL_ORDER[b.level],
    );
}

/** The tags by how often they occur. */
export function tagsOf(exercises: readonly Exercise[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const tag of exercises.flatMap(({ tags }) => tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts.entries()].toSorted((a, b) => b[1] - a[1]).map(([tag]) => tag);
}

const textOf = ({ title, summary, shop, tags, script }: Exercise): string =>
  [title.zh, title.en, summary.zh, summary.en, shop.zh, shop.en, script, ...tags].join('\n').toLowerCase();
