import type { Act } from './acts';

/** Acts of which a reply does one at most: a refusal is polite or flat, a reminder to order friendly or pressing. */
const EXCLUDING: readonly (readonly [Act, Act])[] = [
  ['decline', 'rigid'],
  ['urge', 'pushy'],
];

/** Two labels that cannot stand together; undefined where all can. */
export const brokenRule = (labels: readonly Act[]): readonly [Act, Act] | undefined =>
  EXCLUDING.find((pair) => pair.every((act) => labels.includes(act)));
