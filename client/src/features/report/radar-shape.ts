type Spot = { readonly x: number; readonly y: number };

/** The corners of a radar, clockwise from the top; `shares` (0–1) tell how far out each lies. */
export const corners = (centre: Spot, radius: number, shares: readonly number[]): Spot[] =>
  shares.map((share, index) => {
    const angle = (index / shares.length) * 2 * Math.PI - Math.PI / 2;
    const reach = radius * Math.min(1, Math.max(0, share));
    return { x: tenth(centre.x + reach * Math.cos(angle)), y: tenth(centre.y + reach * Math.sin(angle)) };
  });

export const ringPath = (centre: Spot, radius: number, shares: readonly number[]): string =>
  `M${corners(centre, radius, shares)
    .map(({ x, y }) => `${x} ${y}`)
    .join('L')}Z`;

/** Longer names than this, in characters, take two lines beside the radar. */
const LONG = 11;

/** A name in one or two lines, broken at the blank nearest to its middle. */
export function inLines(name: string): string[] {
  const blanks = [...name.matchAll(/ /g)].map(({ index }) => index);
  const [middle] = blanks.toSorted((a, b) => Math.abs(a - name.length / 2) - Math.abs(b - name.length / 2));
  if (name.length <= LONG || middle === undefined) return [name];
  return [name.slice(0, middle), name.slice(middle + 1)];
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
