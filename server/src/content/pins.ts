import type { RehearsalRow } from '../storage/tables';

/** The versions of the content that a rehearsal runs on, by hash. */
export type Pins = Pick<
  RehearsalRow,
  'script_hash' | 'shop_hash' | 'persona_hash' | 'overlays' | 'rubric_hash' | 'variant'
>;

export const pinsOf = ({
  script_hash,
  shop_hash,
  persona_hash,
  overlays,
  rubric_hash,
  variant,
}: Pins): Pins => ({ script_hash, shop_hash, persona_hash, overlays, rubric_hash, variant });

/** The same for the same content. */
export const keyOf = (pins: Pins): string => Object.values(pinsOf(pins)).join('/');
