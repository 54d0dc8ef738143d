import { readContent } from '@kefu/server/cli/content';
import { bothWays } from '@kefu/shared/proof/unlocking';
import { makeExercise } from '@kefu/shared/rehearsal/exercise';
import { variantsOf } from '@kefu/shared/script/case';
import { loadContent } from '@kefu/shared/script/load';
import { describe, expect, it, test } from 'vitest';

const { drills, scripts, shops, personas } = readContent();

test('the drills of the library put together what the sources name, and nothing of their own', () => {
  const made = [...drills.values()].map(({ value }) => [
    value.id,
    ...value.parts.map(({ script }) => script),
  ]);
  expect(made).toEqual([
    ['peak-3', 'cheap-box', 'coupon-trouble', 'change-address'],
    ['peak-4', 'cheap-box', 'coupon-trouble', 'change-address', 'dress-colour'],
    ['pressure', 'refund-not-arrived', 'abuse-triple-claim'],
    ['prevent-size', 'size-advice', 'size-exchange'],
    ['prevent-care', 'knit-fabric', 'split-seam'],
  ]);
});

const waiting = [...drills.values()].flatMap(({ value: { id, parts } }) =>
  parts.flatMap(({ unless }, index) => {
    const before = parts[index - 1]?.script;
    return unless && before ? [{ id, unless, before }] : [];
  }),
);

describe.each(waiting)('$id', ({ unless, before }) => {
  const script = scripts.get(before)?.value;
  const shop = script && shops.get(script.shop)?.value;
  if (!script || !shop) throw new Error(`no script ${before}`);

  it.each([...personas.keys()])('can be prevented and can be earned with the %s customer', (id) => {
    const persona = personas.get(id)?.value;
    if (!persona) throw new Error(`no persona ${id}`);
    for (const variant of variantsOf(script)) {
      const { facts } = makeExercise(script, shop, persona, variant);
      expect(bothWays(facts, unless, 200), variant).toEqual({ held: true, never: true });
    }
  });
});

const loaded = (text: string) =>
  loadContent([{ path: 'drills/shift.yaml', text }]).problems.map(({ code, line, column }) => [
    code,
    line,
    column,
  ]);
const drill = (parts: string, kind = 'in-sequence') => `id: shift
version: 1
title: { zh: 一班, en: A shift }
summary: { zh: 一班, en: A shift }
level: novice
kind: ${kind}
parts:
${parts}`;

describe('a drill that is wrong', () => {
  it('is shown where it names a script that does not exist', () => {
    expect(loaded(drill('  - { script: none }\n  - { script: neither }'))).toEqual([
      ['unknown-reference', 8, 15],
      ['unknown-reference', 9, 15],
    ]);
  });

  it('is shown where its first part waits for something, or customers at once wait for each other', () => {
    const first = '  - { script: none, unless: { act: inform } }\n  - { script: none }';
    expect(loaded(drill(first)).map(([code, line]) => [code, line])).toEqual([['wrong-value', 8]]);
    const second = '  - { script: none }\n  - { script: none, unless: { act: inform } }';
    expect(loaded(drill(second, 'at-once')).map(([code, line]) => [code, line])).toEqual([
      ['wrong-value', 9],
    ]);
  });
});
