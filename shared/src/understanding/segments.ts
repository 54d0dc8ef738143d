/** A clause of normalised text: the unit that carries acts, figures and topics. */
export type Segment = { readonly start: number; readonly end: number };

const BREAK = /[,.!?;~ …()]/;
const DIGITLIKE = /[0-9]/;

/** Clauses between punctuation or blanks; mere vocatives and particles join the clause that follows. */
export function segment(text: string): Segment[] {
  const segments: Segment[] = [];
  let start = 0;
  const close = (end: number): void => {
    if (end > start) segments.push({ start, end });
  };
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? '';
    if (!BREAK.test(char)) continue;
    if (char === '.' && DIGITLIKE.test(text[i + 1] ?? '')) continue;
    close(i);
    start = i + 1;
    // A question or exclamation mark belongs to its clause: it tells what the clause does.
    if (/[?!~]/.test(char) && segments.length > 0) {
      const last = segments[segments.length - 1];
      if (last && last.end === i) segments[segments.length - 1] = { start: last.start, end: i + 1 };
    }
  }
  close(text.length);
  return segments;
}
