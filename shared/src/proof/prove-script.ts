import type { Overlay } from '../persona/overlay';
import type { Persona } from '../persona/schema';
import { makeExercise } from '../rehearsal/exercise';
import { variantsOf } from '../script/case';
import type { Script } from '../script/schema';
import type { Shop } from '../shop/schema';
import type { Letter } from './customer-model';
import type { LawFinding } from './laws';
import { type CaseProof, type ItemProof, prove, type Way } from './prove';

/** A way through one variant of a script: a transcript as the machine saw it. */
export type KnownWay = Way & { readonly variant: string };

type InVariant<T> = T & { readonly variant: string };

/** What is known of one script with one persona, in all its variants together. */
export type ScriptProof = {
  readonly script: string;
  readonly persona: string;
  /** Ids of the overlays that were laid on the persona. */
  readonly overlays: readonly string[];
  /** Each item at its best: shown in some variant, else open in some, else impossible in all. */
  readonly items: readonly InVariant<ItemProof>[];
  /** Every breach and every open question of every variant; a law that is proved in all of them once. */
  readonly laws: readonly InVariant<LawFinding>[];
  readonly states: number;
  readonly steps: number;
  readonly complete: boolean;
};

/**
 * Proves a script with a persona.
 * @param bound states to go on from in each variant
 */
export function proveScript(
  script: Script,
  shop: Shop,
  persona: Persona,
  ways: readonly KnownWay[],
  bound?: number,
  overlays: readonly Overlay[] = [],
): ScriptProof {
  const done = new Set<string>();
  const best = new Map<string, InVariant<ItemProof>>();
  const laws: InVariant<LawFinding>[] = [];
  const proofs: CaseProof[] = [];
  for (const variant of variantsOf(script)) {
    const { facts } = makeExercise(script, shop, persona, variant, overlays);
    const known = ways.filter((way) => way.variant === variant);
    const proof = prove(facts, bound, known, done);
    proofs.push(proof);
    for (const item of proof.items) {
      const before = best.get(item.sight);
      if (!before || RANK[item.known] > RANK[before.known]) best.set(item.sight, { ...item, variant });
      if (item.known === 'shown') done.add(item.sight);
    }
    for (const law of proof.laws) {
      if (law.known !== 'proved' || !laws.some((other) => other.law === law.law))
        laws.push({ ...law, variant });
    }
  }
  const worse = new Set(laws.filter(({ known }) => known !== 'proved').map(({ law }) => law));
  return {
    ...{ script: script.id, persona: persona.id, overlays: overlays.map(({ id }) => id) },
    items: [...best.values()],
    laws: laws.filter(({ law, known }) => known !== 'proved' || !worse.has(law)),
    states: proofs.reduce((sum, { states }) => sum + states, 0),
    steps: proofs.reduce((sum, { steps }) => sum + steps, 0),
    complete: proofs.every(({ complete }) => complete),
  };
}

const RANK = { shown: 2, open: 1, impossible: 0 } as const;

/** What is wrong or not known of a script with all its personas. */
export type Finding = {
  readonly script: string;
  readonly persona: string;
  readonly overlays: readonly string[];
  readonly variant: string;
  /** An item that never comes about, or a law. */
  readonly about: ItemProof['kind'] | LawFinding['law'];
  readonly what: string;
  /** `refuted`: certainly wrong. `open`: neither shown nor excluded within the bound. */
  readonly verdict: 'refuted' | 'open';
  readonly chat: readonly Letter[];
};

/**
 * What the proofs of one script find together. An item of the whole script needs one persona that comes to it, an item of a
 * persona that very one.
 */
export function findingsOf(proofs: readonly ScriptProof[]): Finding[] {
  const shown = new Set(
    proofs.flatMap(({ items }) => items.filter(({ known }) => known === 'shown').map(({ sight }) => sight)),
  );
  const told = new Set<string>();
  return proofs.flatMap(({ script, persona, overlays, items, laws }) => [
    ...items.flatMap(({ kind, what, sight, scope, known, variant, way }): Finding[] => {
      if (known === 'shown' || (scope === 'script' && (shown.has(sight) || told.has(sight)))) return [];
      if (scope === 'script') told.add(sight);
      const possible = proofs.some((proof) =>
        proof.items.some((other) => other.sight === sight && other.known === 'open'),
      );
      const refuted = known === 'impossible' && (scope === 'persona' || !possible);
      return [
        {
          script,
          persona,
          overlays,
          variant,
          about: kind,
          what,
          verdict: refuted ? 'refuted' : 'open',
          chat: way,
        },
      ];
    }),
    ...laws.flatMap(({ law, known, what, chat, variant }): Finding[] =>
      known === 'proved'
        ? []
        : [
            {
              script,
              persona,
              overlays,
              variant,
              about: law,
              what,
              chat,
              verdict: known === 'broken' ? 'refuted' : 'open',
            },
          ],
    ),
  ]);
}
