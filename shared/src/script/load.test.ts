import { describe, expect, it } from 'vitest';
import { loadContent } from './load';

const SHOP = `id: corner
version: 1
name: { zh: 街角小店, en: Corner }
category: { zh: 杂货, en: Sundries }
style: lively
products:
  - { id: P1, name: 杯子, status: on-sale, price: 9.9, stock: { 白: 3 }, fields: { function: 喝水, material: 陶瓷, specification: 300ml, suitableFor: 所有人, usage: 清洗后使用, caution: 易碎, comparison: 更厚 } }
orders: []
policies:
  - { id: returns, version: 1, date: 2026-01-01, title: 退换, text: 七天无理由 }
`;
const script = (changes: Record<string, string> = {}) => {
  const parts: Record<string, string> = {
    id: 'id: cup',
    summary: 'summary: { zh: 问杯子, en: Asks about a cup }',
    about: 'about: { products: [P1] }',
    needs: `needs:
  size:
    kind: goal
    title: { zh: 容量, en: Size }
    ask: [多大的呀, 能装多少]
    met: { act: inform }`,
    beats: `beats:
  opening:
    say: [在吗]
    next:
      - { when: { needs: met }, close: true }`,
    ...changes,
  };
  return `${Object.values(parts).join('\n')}
version: 1
source: test
title: { zh: 杯子, en: Cup }
stage: pre-sale
level: novice
tags: []
platform: taobao
shop: corner
now: 2026-05-13T15:00
opens: customer
customer: { name: 小明, group: new }
brief: { zh: 无, en: None }
hidden: {}
outcome: { close: [{ ending: solved }], leave: [{ ending: lost }], boil: lost }
endings: {}
assessment: {}
`;
};
const load = (text: string, path = 'scripts/cup.yaml') =>
  loadContent([
    { path: 'shops/corner.yaml', text: SHOP },
    { path, text },
  ]);
const places = (text: string, path?: string) =>
  load(text, path).problems.map(({ code, line, column }) => [code, line, column]);

describe('loading content', () => {
  it('reads a sound script', () => {
    const content = load(script());
    expect(content.problems).toEqual([]);
    expect(content.scripts.get('cup')?.value.needs.size?.met).toEqual({ act: ['inform'] });
  });

  it('gives equal content an equal hash, however it is laid out', () => {
    const again = script().replace('id: cup', 'id:   cup # the same');
    expect(load(again).scripts.get('cup')?.hash).toBe(load(script()).scripts.get('cup')?.hash);
  });

  it('reports every fault of a file at once, each with its place', () => {
    const text = script({
      about: 'about: { products: [P9] }',
      beats: `beats:
  opening:
    say: [在吗]
    next:
      - { when: { cue: nowhere }, go: elsewhere }`,
    });
    expect(places(text)).toEqual([
      ['unknown-reference', 3, 21],
      ['unknown-reference', 14, 11],
      ['unknown-reference', 14, 35],
    ]);
  });

  it('points at a fact whose price cannot be computed, and at a claim on a fact that is no number', () => {
    const text = script({
      about: `about: { products: [P1] }
facts:
  cups: { price: { goods: { P1: 2 } } }
  dear: { price: { goods: { P1: 2 }, with: [full-cut] } }
  word: 九块九
claims:
  total: { kind: amount, title: 合计, right: [{ fact: cups }, { fact: word }] }`,
    });
    expect(places(text)).toEqual([
      ['unknown-reference', 6, 3],
      ['unknown-reference', 9, 3],
    ]);
  });

  it('points at a field that it does not know', () => {
    expect(places(script({ summary: 'summary: { zh: 问杯子, en: Asks, colour: red }' }))).toEqual([
      ['wrong-shape', 2, 31],
    ]);
  });

  it('points at the line where the YAML is broken', () => {
    const [problem] = load(script({ id: 'id: [cup' })).problems;
    expect(problem).toMatchObject({ file: 'scripts/cup.yaml', code: 'yaml-syntax', severity: 'error' });
  });

  it('leaves a broken script out and keeps the others', () => {
    const content = loadContent([
      { path: 'shops/corner.yaml', text: SHOP },
      { path: 'scripts/cup.yaml', text: script() },
      { path: 'scripts/broken.yaml', text: 'id: broken\n  bad' },
    ]);
    expect([...content.scripts.keys()]).toEqual(['cup']);
    expect(content.problems.every(({ file }) => file === 'scripts/broken.yaml')).toBe(true);
  });

  it('wants the id to be the file name, and ids to be unique', () => {
    expect(places(script(), 'scripts/other.yaml')[0]?.[0]).toBe('wrong-id');
    const twice = loadContent([
      { path: 'shops/corner.yaml', text: SHOP },
      { path: 'scripts/a/cup.yaml', text: script() },
      { path: 'scripts/b/cup.yaml', text: script() },
    ]);
    expect(twice.problems.map(({ code, file }) => [code, file])).toEqual([
      ['duplicate-id', 'scripts/b/cup.yaml'],
    ]);
  });

  it('refuses a talk without a way out', () => {
    const text = script({
      beats: `beats:
  opening:
    say: [在吗]
    owes: false
    next: []`,
    });
    expect(places(text).map(([code]) => code)).toEqual(['no-way-out']);
  });

  it('does not grow beyond measure on a file full of aliases', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefghi'.split('').map((name, index) => {
        const before = 'abcdefgh'[index];
        return `${name}: &${name} [*${before},*${before},*${before},*${before},*${before},*${before},*${before},*${before}]`;
      }),
    ].join('\n');
    expect(places(bomb)[0]?.[0]).toBe('yaml-syntax');
  });

  it('does not let a file reach the prototype of objects', () => {
    load(`__proto__: { polluted: true }\n${script()}`);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});
