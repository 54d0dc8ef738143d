/** A global pattern with the signs without which it matches nothing: a look for these spares most searches. */
export type Sought = { readonly signs: RegExp; readonly pattern: RegExp };

/** @param flags `g`, with `d` where the places of groups are wanted */
export const sought = (signs: RegExp, pattern: RegExp | string, flags = 'g'): Sought => ({
  signs,
  pattern: new RegExp(pattern, flags),
});

const NONE: readonly RegExpExecArray[] = [];

/** All matches of a pattern in a text. `matchAll` would copy the pattern first, which takes longer than most searches. */
export function matchesOf({ signs, pattern }: Sought, text: string): readonly RegExpExecArray[] {
  if (!signs.test(text)) return NONE;
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    matches.push(match);
    // After an empty match the search would stand still.
    if (match[0] === '') pattern.lastIndex++;
  }
  return matches;
}
