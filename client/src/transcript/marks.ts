/** A place in the transcript: an entry and, in a reply, words of it (UTF-16 offsets). */
export type Place = { seq: number; start?: number | undefined; end?: number | undefined };

/** Words to mark (UTF-16 offsets): the evidence in question, or what spoke for and against an act. */
export type Mark = { start: number; end: number; as: 'evidence' | 'for' | 'against' };

/** A stretch of text, marked or not. */
export type Piece = { text: string; start: number; as: Mark['as'] | null };

/** The evidence at a place, if it cites words. */
export const evidenceAt = ({ start, end }: Pick<Place, 'start' | 'end'>): Mark[] =>
  start === undefined || end === undefined ? [] : [{ start, end, as: 'evidence' }];

/** Cuts a text at marks, which do not overlap. Offsets that do not lie in the text mark nothing. */
export function markText(text: string, marks: readonly Mark[]): Piece[] {
  const inside = marks
    .filter(({ start, end }) => start >= 0 && start < end && end <= text.length)
    .toSorted((a, b) => a.start - b.start);
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end, as } of inside) {
    pieces.push({ text: text.slice(at, start), start: at, as: null });
    pieces.push({ text: text.slice(start, end), start, as });
    at = end;
  }
  pieces.push({ text: text.slice(at), start: at, as: null });
  return pieces.filter((piece) => piece.text !== '');
}
