import type { Recogniser } from './recogniser';
import type { Teaching } from './teaching';
import { prepareTeaching, understand } from './understand';
import type { Understood } from './understood';

/** Understands a reply in the context of what the customer had said. */
export type Hear = (text: string, context: string) => Understood;

/** Hears replies as a script teaches; what was heard before is remembered, for plays of the same case over and over. */
export function hearing(recogniser: Recogniser, taught: Teaching): Hear {
  const teaching = prepareTeaching(recogniser, taught);
  const heard = new Map<string, Understood>();
  return (text, context) => {
    const key = `${context}\n${text}`;
    const before = heard.get(key);
    if (before) return before;
    const understood = understand(recogniser, teaching, text, context);
    heard.set(key, understood);
    return understood;
  };
}
