import { readContent } from '@kefu/server/cli/content';
import { prove } from '@kefu/shared/proof/prove';
import { makeExercise } from '@kefu/shared/rehearsal/exercise';
import { variantsOf } from '@kefu/shared/script/case';
import { describe, expect, it } from 'vitest';

const { scripts, shops, personas } = readContent();

/** Few states, so that the whole library takes seconds; `kefu check --prove` goes further. */
const BOUND = 100;

describe.each([...scripts.keys()])('%s', (id) => {
  const script = scripts.get(id)?.value;
  const shop = script && shops.get(script.shop)?.value;
  if (!script || !shop) throw new Error(`no script ${id}`);

  it.each([...personas.keys()])(
    'comes to an end with the %s customer, whatever is said or not',
    (persona) => {
      const kind = personas.get(persona)?.value;
      if (!kind) throw new Error(`no persona ${persona}`);
      const proofs = variantsOf(script).map((variant) =>
        prove(makeExercise(script, shop, kind, variant).facts, BOUND),
      );
      const faults = proofs.flatMap(({ findings }) =>
        findings.filter(({ code }) => code === 'silence-endless' || code === 'free-loop'),
      );
      expect(faults).toEqual([]);
      // Of the endings that the script names, one variant or another leads to each.
      const reached = new Set(proofs.flatMap((proof) => proof.reached));
      const unreached = proofs.flatMap(({ findings }) =>
        findings.filter(({ code, what }) => code === 'ending-unreachable' && !reached.has(what)),
      );
      expect(unreached).toEqual([]);
    },
  );
});
