import { readContent } from '@kefu/server/cli/content';
import { findingsOf, proveScript } from '@kefu/shared/proof/prove-script';
import { describe, expect, it } from 'vitest';

const { scripts, shops, personas } = readContent();
const people = [...personas.values()].map(({ value }) => value);

/** Few states, so that the whole library takes seconds; `kefu check --prove` goes further. */
const BOUND = 60;

describe.each([...scripts.values()])('$value.id', ({ value: script }) => {
  const shop = shops.get(script.shop)?.value;
  if (!shop) throw new Error(`no shop ${script.shop}`);
  const proofs = people.map((persona) => proveScript(script, shop, persona, [], BOUND));

  it('has nothing in it that is refuted: no dead ending, need, line or rule, no trap, no free loop', () => {
    const refuted = findingsOf(proofs).filter(({ verdict }) => verdict === 'refuted');
    expect(refuted).toEqual([]);
  });

  it('comes to an end with every customer, in every state, whatever is said or not', () => {
    for (const { persona, laws } of proofs) {
      const proved = laws.filter(({ known }) => known === 'proved').map(({ law }) => law);
      expect(proved, persona).toEqual(
        expect.arrayContaining(['silence-ends', 'no-trap', 'red-lines-end', 'nothing-for-nothing']),
      );
    }
  });
});
