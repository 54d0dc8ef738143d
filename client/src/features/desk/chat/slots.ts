/** A gap in a template, e.g. 【姓名】, that the agent has to fill. UTF-16 offsets. */
export type Slot = { start: number; end: number; name: string };

/** The gaps that are still open. */
export const slotsIn = (text: string): readonly Slot[] =>
  Array.from(text.matchAll(/【([^【】\n]{0,40})】/g), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    name: match[0],
  }));

/** The next gap from a place on; none after the last, so that Tab leaves the field in the end. */
export const nextSlot = (text: string, from: number): Slot | undefined =>
  slotsIn(text).find(({ start }) => start >= from);

/** What the reader types after a single leading slash searches the templates; a slash inside a text does not. */
export function searchAfterSlash(text: string): string | null {
  const match = /^[/、]([^\n]{0,20})$/.exec(text);
  return match ? (match[1] ?? '').trim() : null;
}
