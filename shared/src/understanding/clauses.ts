import type { Segment } from './segments';

/** Clauses of half-width text, original offsets: what figures and their topics share. */
export function clausesOf(text: string): Segment[] {
  const clauses: Segment[] = [];
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && !breaks(text, i)) continue;
    if (i > start) clauses.push({ start, end: i });
    start = i + 1;
  }
  return clauses;
}

function breaks(text: string, at: number): boolean {
  const char = text[at] ?? '';
  if (char === ',' || char === '.') return !/\d/.test(text[at + 1] ?? '') || !/\d/.test(text[at - 1] ?? '');
  if (char === ' ')
    return /[\u4e00-\u9fff]/.test(text[at - 1] ?? '') && /[\u4e00-\u9fff]/.test(text[at + 1] ?? '');
  return /[!?;~\n]/.test(char);
}
