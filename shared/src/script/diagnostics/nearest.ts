import type { Bilingual } from '../text';

/** Longest list of names that is worth printing in full. */
const FEW = 14;

/** What to try instead of a name that does not exist: the likeliest name, else all of them where they are few. */
export function suggestion(word: string, known: readonly string[]): Bilingual | undefined {
  const near = nearest(word, known);
  if (near !== undefined) return { zh: `是不是想写“${near}”？`, en: `did you mean “${near}”?` };
  if (known.length === 0 || known.length > FEW) return undefined;
  return { zh: `可以写：${known.join('、')}`, en: `there are: ${known.join(', ')}` };
}

/** The known name with the fewest typing slips from the word, at most one for every three letters; the first of equals. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const most = Math.max(1, Math.floor(word.length / 3));
  const [best] = known
    .map((name) => ({ name, slips: slipsBetween(word.toLowerCase(), name.toLowerCase(), most) }))
    .filter(({ slips }) => slips <= most)
    .sort((a, b) => a.slips - b.slips);
  return best?.name;
}

/** Letters added, left out, changed or swapped with their neighbour (optimal string alignment); more than `most` is not counted out. */
function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? most) + 1 : changed;
      next.push(Math.min(changed, swapped, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? most + 1;
}
