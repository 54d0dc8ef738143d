import { layOver, type Overlay } from '../persona/overlay';
import type { Persona } from '../persona/schema';
import { seededIndex } from '../rehearsal/random';
import type { Order, Product, Shop } from '../shop/schema';
import type { Teaching } from '../understanding/teaching';
import { figureIn, type Limits, resolveClaim } from './claim';
import { resolveFacts } from './fact';
import type { Need, Script } from './schema';
import { linesFor, type Pool } from './text';

/**
 * One script with one persona in one variant: all that a rehearsal runs on. Facts are resolved, the needs
 * are those that this persona has.
 */
export type Case = {
  /** With the parts that the variant replaces. */
  readonly script: Script;
  /** With the overlays laid on. */
  readonly persona: Persona;
  /** With the rules of its platform behind its own policies. */
  readonly shop: Shop;
  /** Id of the chosen variant, `default` for scripts without variants. */
  readonly variant: string;
  /** Mood level at the start. */
  readonly startLevel: number;
  readonly facts: Readonly<Record<string, string>>;
  readonly limits: Limits;
  readonly needs: Readonly<Record<string, Need>>;
  readonly about: { readonly order: Order | undefined; readonly products: readonly Product[] };
  readonly teaching: Teaching;
};

/** The variants a script can take, at least one. */
export const variantsOf = (script: Script): readonly string[] =>
  script.variants.length === 0 ? ['default'] : script.variants.map(({ id }) => id);

/** The variant that a seed chooses. */
export function variantFor(script: Script, seed: number): string {
  const variants = variantsOf(script);
  return variants[seededIndex(seed, 'variant', variants.length)] ?? 'default';
}

/** Puts a case together. Expects a script that was checked against this shop. */
export function makeCase(
  script: Script,
  shop: Shop,
  bare: Persona,
  variantId: string,
  overlays: readonly Overlay[] = [],
): Case {
  const persona = layOver(bare, overlays);
  const variant = script.variants.find(({ id }) => id === variantId);
  const about = { ...script.about, ...variant?.about };
  const { values: facts } = resolveFacts({ ...script.facts, ...variant?.facts }, shop, script.now);
  const actions = { ...script.actions, ...variant?.actions };
  const [firstBeat = ''] = Object.keys(script.beats);
  const beats = Object.entries(script.beats).map(([id, beat]) =>
    id === firstBeat && variant?.opening ? [id, { ...beat, say: variant.opening }] : [id, beat],
  );
  const inVariant = ([, { variants }]: [string, { variants?: string[] | undefined }]) =>
    variants?.includes(variantId) ?? true;
  const has = { goal: true, figure: persona.has.figures, doubt: persona.has.doubts };
  return {
    script: {
      ...script,
      beats: Object.fromEntries(beats),
      actions,
      hidden: Object.fromEntries(Object.entries(script.hidden).filter(inVariant)),
      assessment: { ...script.assessment, ...defined(variant?.assessment ?? {}) },
    },
    persona,
    shop: { ...shop, policies: [...shop.policies, ...(script.marketplace?.rules ?? [])] },
    variant: variantId,
    startLevel: Math.max(0, Math.min(9, persona.mood.start + (variant?.heat ?? script.heat))),
    facts,
    limits: limitsOf(facts, actions),
    needs: {
      // What the customer wants whatever its case is on its mind from the first word on.
      ...ownNeeds(persona),
      ...Object.fromEntries(
        Object.entries(script.needs).filter((entry) => has[entry[1].kind] && inVariant(entry)),
      ),
    },
    about: {
      order: shop.orders.find(({ id }) => id === about.order),
      products: shop.products.filter(({ id }) => about.products?.includes(id)),
    },
    teaching: {
      now: script.now,
      cues: { ...script.cues, ...variant?.cues },
      claims: Object.fromEntries(
        Object.entries({ ...script.claims, ...variant?.claims }).map(([id, claim]) => [
          id,
          resolveClaim(facts, claim),
        ]),
      ),
    },
  };
}

const ownNeeds = ({ needs = {} }: Persona): Record<string, Need> =>
  Object.fromEntries(
    Object.entries(needs).map(([id, need]) => [id, { ...need, kind: 'goal' as const, spare: false }]),
  );

/** The limits of those actions that have some. */
function limitsOf(facts: Case['facts'], actions: Script['actions']): Limits {
  return Object.fromEntries(
    Object.entries(actions).flatMap(([name, rule]) => {
      if (!rule?.amount) return [];
      const { min, max } = rule.amount;
      return [[name, { min: figureIn(facts, min), max: figureIn(facts, max) }]];
    }),
  );
}

/** Without the keys that are undefined, so that they do not replace anything. */
const defined = <T extends object>(part: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.assign(
    {},
    ...Object.entries(part).flatMap(([key, value]) => (value === undefined ? [] : [{ [key]: value }])),
  );

/** Whether the persona of the case has lines in a pool; one without lines is not said. */
export const speaks = ({ persona }: Case, pool: Pool | undefined): boolean =>
  pool !== undefined && linesFor(pool, persona).length > 0;

/** Works something out once for each case, which never changes. */
export function once<T>(work: (facts: Case) => T): (facts: Case) => T {
  const known = new WeakMap<Case, T>();
  return (facts) => {
    const before = known.get(facts);
    if (before !== undefined) return before;
    const result = work(facts);
    known.set(facts, result);
    return result;
  };
}
