import type { ViewEntry } from '@kefu/shared/rehearsal/view';

type Seen = Extract<ViewEntry, { kind: 'message' | 'reply' | 'action' }>;

/** A line of the talk. `first`: the first of a burst. `read`: the customer has written after it. */
export type Line = { readonly entry: Seen; readonly first: boolean; readonly read: boolean };

/** What is done beside the talk and shows elsewhere: in the panel, or not at all. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  ...['look-up-order', 'look-up-parcel', 'look-up-product', 'look-up-policy'],
  ...['search', 'use-template', 'read-brief'],
]);

/** The entries that have a line of their own, in their order. */
export function linesOf(entries: readonly ViewEntry[]): readonly Line[] {
  const seen = entries.filter(isSeen);
  // What the customer began to type after a reply was there is proof that it was read.
  const answered = seen.reduce(
    (latest, entry) => (entry.kind === 'message' ? Math.max(latest, entry.typedFrom) : latest),
    -1,
  );
  return seen.map((entry, index) => ({
    entry,
    first: seen[index - 1]?.kind !== 'message',
    read: entry.kind === 'reply' && entry.at < answered,
  }));
}

/** Whether an entry has a line in the chat while it runs. */
export function isSeen(entry: ViewEntry): entry is Seen {
  switch (entry.kind) {
    case 'message':
    case 'reply':
      return true;
    case 'action':
      return entry.outcome.status === 'refused' || !ELSEWHERE.has(entry.action.do);
    case 'mood':
    case 'hidden':
    case 'ended':
      return false;
  }
}
