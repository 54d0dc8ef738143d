import type { ViewEntry } from '@kefu/shared/rehearsal/view';

/**
 * Puts new entries into the ones that are there: by number, each once.
 * @returns `whole: false` when numbers are missing, so that the client must join again from `lastOf(entries)`
 */
export function merge(
  entries: readonly ViewEntry[],
  incoming: readonly ViewEntry[],
): { entries: readonly ViewEntry[]; whole: boolean } {
  let merged = entries;
  for (const entry of incoming.toSorted((a, b) => a.seq - b.seq)) {
    const next = lastOf(merged) + 1;
    if (entry.seq > next) return { entries: merged, whole: false };
    if (entry.seq === next) merged = [...merged, entry];
  }
  return { entries: merged, whole: true };
}

/** The number of the last entry, 0 when there is none. */
export const lastOf = (entries: readonly ViewEntry[]): number => entries.at(-1)?.seq ?? 0;
