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

/** A slash before the cursor and what was typed behind it. UTF-16 offsets. */
export type Command = { start: number; end: number; search: string };

/**
 * The command at the cursor: a slash at the beginning of the text, or behind a blank or a punctuation mark, so that the
 * slash of 退货/换货 is only a slash. At the very beginning 、 is one as well: Chinese keyboards give it for the same key.
 */
export function commandAt(text: string, cursor: number): Command | null {
  const match = /(?:^[/、]|(?<=[\s\p{P}~])\/)([^\s/、]{0,16})$/u.exec(text.slice(0, cursor));
  return match ? { start: match.index, end: cursor, search: match[1] ?? '' } : null;
}
