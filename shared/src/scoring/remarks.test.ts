import { expect, test } from 'vitest';
import type { Act } from '../understanding/acts';
import type { Verdict } from '../understanding/understood';
import { remarksOn } from './remarks';

const PHRASES = ['我们规定', '不可能'];

const reply = (text: string, acts: Act[] = [], verdicts: Verdict[] = []) => {
  const span = { start: 0, end: text.length };
  return {
    ...{ text, repeated: false, contradicts: false },
    understood: {
      acts: acts.map((act) => ({ act, confidence: 1, ...span })),
      cues: [],
      claims: verdicts.map((verdict) => ({ claim: 'ship-by', verdict, value: '48h', ...span })),
    },
  };
};
const said = (...args: Parameters<typeof reply>) => remarksOn(reply(...args), PHRASES);

test('a banned phrase is named at its place, unless it quotes the customer', () => {
  expect(said('亲，我们规定不能退')).toMatchObject([{ kind: 'bad', start: 2, end: 6 }]);
  expect(said('您说的“我们规定”是误会')).toEqual([]);
});

test('a wrong figure is called wrong, and what would be right is not told', () => {
  const [remark] = said('三天后发', ['timeline'], ['wrong']);
  expect(remark).toMatchObject({ kind: 'bad' });
  expect(remark?.text.zh).not.toMatch(/\d/);
});

test('faults come before praise, and there are three remarks at most', () => {
  const remarks = said('不可能，我们规定', ['empathise', 'evidence', 'blame'], ['right']);
  expect(remarks.map(({ kind }) => kind)).toEqual(['bad', 'bad', 'bad']);
  expect(said('理解您', ['empathise']).map(({ kind }) => kind)).toEqual(['good']);
});

test('a reply that is neither good nor bad goes without a remark', () => {
  expect(said('在的', ['greet'])).toEqual([]);
});
