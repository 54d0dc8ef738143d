/** A place in the transcript: an entry and, in a reply, words of it (UTF-16 offsets). */
export type Place = { seq: number; start?: number | undefined; end?: number | undefined };

/** A stretch of text, marked or not. */
export type Piece = { text: string; start: number; marked: boolean };

/** Cuts a text at a span. Offsets that do not lie in the text mark nothing. */
export function markSpan(
  text: string,
  span: { start?: number | undefined; end?: number | undefined },
): Piece[] {
  const { start, end } = span;
  if (start === undefined || end === undefined || start >= end || end > text.length) {
    return [{ text, start: 0, marked: false }];
  }
  return [
    { text: text.slice(0, start), start: 0, marked: false },
    { text: text.slice(start, end), start, marked: true },
    { text: text.slice(end), start: end, marked: false },
  ].filter((piece) => piece.text !== '');
}
