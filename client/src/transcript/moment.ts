import type { ViewEntry } from '@kefu/shared/rehearsal/view';

/** What there is to see of a talk at one moment: on the desk it is now, in a replay any time. */
export type Moment = {
  readonly entries: readonly ViewEntry[];
  /** The customer is typing. */
  readonly typing: boolean;
  readonly over: boolean;
};

/** How many of the items, which stand in the order of their times, have happened by `at`, ms. */
export function countUntil(items: readonly { readonly at: number }[], at: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.at ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether the customer is typing what it says next. It types one message after the other, and shows all that it has typed. */
export function isTypingAt(entries: readonly ViewEntry[], at: number): boolean {
  for (let index = countUntil(entries, at); index < entries.length; index++) {
    const entry = entries[index];
    if (entry?.kind === 'message') return entry.typedFrom <= at;
  }
  return false;
}

/** What the desk showed at `at`, ms since the start, from all entries that it was ever sent. */
export function momentAt(all: readonly ViewEntry[], at: number): Moment {
  const entries = all.slice(0, countUntil(all, at));
  return { entries, typing: isTypingAt(all, at), over: entries.at(-1)?.kind === 'ended' };
}
