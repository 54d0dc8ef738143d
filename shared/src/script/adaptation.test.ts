import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withFields } from './examples/change';
import { loadContent } from './load';

const example = (name: string) => readFileSync(join(import.meta.dirname, 'examples', `${name}.yaml`), 'utf8');
const STREET = example('corner').replace('id: corner', 'id: street').replaceAll('杯子', '花盆');
const ADAPTATION = `id: pot
version: 1
script: cup
title: { zh: 花盆, en: Pot }
summary: { zh: 问花盆多大, en: Asks how large a pot is }
brief: { zh: 无, en: None }
shop: street
about: { products: [P1] }
facts: { thing: 花盆 }
`;
const load = (adaptation: string) =>
  loadContent([
    { path: 'shops/corner.yaml', text: example('corner') },
    { path: 'shops/street.yaml', text: STREET },
    { path: 'scripts/cup.yaml', text: withFields(example('cup'), 'facts: { thing: 杯子 }') },
    { path: 'adaptations/pot.yaml', text: adaptation },
  ]);

describe('an adaptation', () => {
  it('plays the branches of its script with the facts of another shop, and shares its transcripts', () => {
    const { scripts, problems } = load(ADAPTATION);
    expect(problems).toEqual([]);
    const [cup, pot] = [scripts.get('cup'), scripts.get('pot')];
    expect(pot?.value).toMatchObject({ id: 'pot', shop: 'street', facts: { thing: '花盆' } });
    expect(pot?.value.beats).toEqual(cup?.value.beats);
    expect(pot?.value.needs).toEqual(cup?.value.needs);
    expect(pot?.value.outcome).toEqual(cup?.value.outcome);
    expect(pot?.transcripts).toBe('scripts/cup.runs.yaml');
    expect(pot?.hash).not.toBe(cup?.hash);
  });

  it('puts other words in the place of the script’s', () => {
    const { scripts, problems } = load(`${ADAPTATION}say:\n  beats.opening.say: [花盆在吗]\n`);
    expect(problems).toEqual([]);
    expect(scripts.get('pot')?.value.beats.opening?.say).toEqual(['花盆在吗']);
    expect(scripts.get('cup')?.value.beats.opening?.say).toEqual(['在吗']);
  });

  it.each([
    ['a script that is not there', ADAPTATION.replace('script: cup', 'script: cups')],
    ['a place without lines', `${ADAPTATION}say:\n  beats.closing.say: [再见]\n`],
    ['a variant that the script has not', `${ADAPTATION}variants: { late: {} }\n`],
    ['a product of another shop', ADAPTATION.replace('P1', 'P9')],
  ])('names %s in vain', (_, text) => {
    const { scripts, problems } = load(text);
    expect(problems.map(({ file, code }) => `${file} ${code}`)).toEqual([
      'adaptations/pot.yaml unknown-reference',
    ]);
    expect(scripts.has('pot')).toBe(false);
  });

  it('can bring no branches of its own', () => {
    const { problems } = load(`${ADAPTATION}beats: { opening: { next: [] } }\n`);
    expect(problems.map(({ file }) => file)).toEqual(['adaptations/pot.yaml']);
  });
});
