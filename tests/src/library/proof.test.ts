import { readContent } from '@kefu/server/cli/content';
import { type Proof, prove } from '@kefu/shared/proof/prove';
import { makeExercise } from '@kefu/shared/rehearsal/exercise';
import { variantsOf } from '@kefu/shared/script/case';
import { describe, expect, it } from 'vitest';

const { scripts, shops, personas } = readContent();

/** Few states, so that the whole library takes seconds; `kefu check --prove` goes further. */
const BOUND = 80;
/** For endings that lie deep. */
const FAR = 800;

/**
 * Endings that the exploration does not find within its letters and bound. The transcripts of the script reach `delighted`;
 * `solved` is shown by none of them. Whoever makes it find them takes them off this list.
 */
const NOT_PROVED: Readonly<Record<string, readonly string[]>> = {
  'coupon-trouble rational': ['delighted', 'solved'],
};

describe.each([...scripts.keys()])('%s', (id) => {
  const script = scripts.get(id)?.value;
  const shop = script && shops.get(script.shop)?.value;
  if (!script || !shop) throw new Error(`no script ${id}`);

  it.each([...personas.keys()])(
    'comes to an end with the %s customer, whatever is said or not',
    (persona) => {
      const kind = personas.get(persona)?.value;
      if (!kind) throw new Error(`no persona ${persona}`);
      const proveAll = (bound: number) =>
        variantsOf(script).map((variant) => prove(makeExercise(script, shop, kind, variant).facts, bound));
      const proofs = proveAll(BOUND);
      const faults = proofs.flatMap(({ findings }) =>
        findings.filter(({ code }) => code === 'silence-endless' || code === 'free-loop'),
      );
      expect(faults).toEqual([]);
      // Of the endings that the script names, one variant or another leads to each.
      const open = unreached(proofs).length === 0 ? [] : unreached(proveAll(FAR));
      expect([...new Set(open)]).toEqual(NOT_PROVED[`${id} ${persona}`] ?? []);
    },
  );
});

function unreached(proofs: readonly Proof[]): string[] {
  const reached = new Set(proofs.flatMap((proof) => proof.reached));
  return proofs.flatMap(({ findings }) =>
    findings.flatMap(({ code, what }) => (code === 'ending-unreachable' && !reached.has(what) ? [what] : [])),
  );
}
