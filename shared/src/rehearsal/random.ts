/**
 * Random that is a pure function of its arguments: the same seed and purpose give the same number on any
 * machine, in any order of asking. FNV-1a over the text, then a mixing step so that near seeds differ.
 * @returns an unsigned 32-bit integer
 */
export function seededNumber(seed: number, purpose: string): number {
  let hash = 0x811c9dc5 ^ (seed >>> 0);
  for (let i = 0; i < purpose.length; i++) hash = Math.imul(hash ^ purpose.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** An index from 0 to `count - 1`; 0 for an empty list. */
export const seededIndex = (seed: number, purpose: string, count: number): number =>
  count > 0 ? seededNumber(seed, purpose) % count : 0;

/** The indexes 0 to `count - 1` in an order that the seed decides. */
export function seededOrder(seed: number, purpose: string, count: number): number[] {
  return Array.from({ length: count }, (_, index) => index).sort(
    (a, b) => seededNumber(seed, `${purpose}/${a}`) - seededNumber(seed, `${purpose}/${b}`) || a - b,
  );
}
