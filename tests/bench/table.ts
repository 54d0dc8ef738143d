import { type Figure, isReached } from './figure';

/** Figures as a table for the terminal and for Markdown alike. */
export function table(figures: readonly Figure[]): string {
  const rows = [
    ['what', 'median', 'min – max', 'unit', 'goal', ''],
    ['---', '---:', '---:', '---', '---', '---'],
    ...figures.map((one) => [
      one.what,
      short(one.median),
      one.min === one.max ? '' : `${short(one.min)} – ${short(one.max)}`,
      one.unit,
      one.goal ? ('atLeast' in one.goal ? `≥ ${one.goal.atLeast}` : `≤ ${one.goal.atMost}`) : '',
      { true: '✓', false: '✗', undefined: '' }[String(isReached(one))] ?? '',
    ]),
  ];
  return rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** Three digits tell all that such figures can. */
const short = (value: number): string =>
  Math.abs(value) >= 1000 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
