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

const tenth = (value: number): number => Math.round(value * 10) / 10;
