/** A phrase that provokes (R38), by its place in the reply, UTF-16 offsets. */
export type BannedHit = { readonly phrase: string; readonly start: number; readonly end: number };

/** The phrases of the rubric that a reply says. What stands behind an opening quotation mark may be the customer's own words. */
export function bannedPhrasesIn(
  phrases: readonly string[],
  text: string,
): (BannedHit & { readonly quoted: boolean })[] {
  return phrases.flatMap((phrase) => {
    const start = text.indexOf(phrase);
    if (start < 0) return [];
    const quoted = /[“"「『]$/.test(text.slice(0, start));
    return [{ phrase, start, end: start + phrase.length, quoted }];
  });
}
