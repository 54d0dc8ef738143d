import { charTable } from './char-table';

/** A clause of normalised text: the unit that carries acts, figures and topics. */
export type Segment = { readonly start: number; readonly end: number };

const BREAKS = charTable(',.!?;~ ()');
/** A question or exclamation mark belongs to its clause: it tells what the clause does. */
const MOODS = charTable('!?~');

/** Clauses between punctuation marks or blanks. */
export function segment(text: string): Segment[] {
  const segments: Segment[] = [];
  let start = 0;
  const close = (end: number): void => {
    if (end > start) segments.push({ start, end });
  };
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (BREAKS[code] !== 1) continue;
    close(MOODS[code] === 1 && i > start ? i + 1 : i);
    start = i + 1;
  }
  close(text.length);
  return segments;
}
