import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withFields } from './examples/change';
import { loadContent } from './load';

const example = (name: string) => readFileSync(join(import.meta.dirname, 'examples', `${name}.yaml`), 'utf8');
const SHOP = example('corner');
const script = (fields = '') => withFields(example('cup'), fields);
const load = (text: string, path = 'scripts/cup.yaml') =>
  loadContent([
    { path: 'shops/corner.yaml', text: SHOP },
    { path, text },
  ]);
const codes = (text: string, path?: string) => load(text, path).problems.map(({ code }) => code);
/** What is shown as wrong. */
const marked = (text: string) =>
  load(text).problems.map(
    ({ code, excerpt, column, length }) => `${code}: ${excerpt.slice(column - 1, column - 1 + length)}`,
  );

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

  it('reports every fault of a file at once, each at its own words', () => {
    const fields = `about: { products: [P9] }
needs:
  size:
    kind: goal
    title: { zh: 容量, en: Size }
    ask: ["多大的呀，{litre} 升吗"]
    met: { any: [{ cue: nowhere }, { not: { ever: { claim: { volume: right } } } }] }
    since: opened
    variants: [large]
beats:
  opening:
    say: { emotionel: [在吗] }
    next:
      - { when: { open: [size, colour] }, go: elsewhere }`;
    expect(marked(script(fields))).toEqual([
      'unknown-reference: P9',
      'unknown-reference: "多大的呀，{litre} 升吗"',
      'unknown-reference: nowhere',
      'unknown-reference: volume',
      'unknown-reference: opened',
      'unknown-reference: large',
      'unknown-reference: emotionel',
      'unknown-reference: colour',
      'unknown-reference: elsewhere',
    ]);
  });

  it('points at a fact whose price cannot be computed, and at a claim on a fact that is no number', () => {
    const fields = `facts:
  cups: { price: { goods: { P1: 2 } } }
  dear: { price: { goods: { P1: 2 }, with: [full-cut] } }
  word: 九块九
claims:
  total: { kind: amount, title: 合计, right: [{ fact: cups }, { fact: word }] }`;
    expect(marked(script(fields))).toEqual(['fact-without-value: dear', 'no-number: total']);
  });

  it('names the likeliest of the names that exist, or all where they are few', () => {
    const [near] = load(script('shop: cornre')).problems;
    expect(near?.hint).toEqual({ zh: '是不是想写“corner”？', en: 'did you mean “corner”?' });
    const [far] = load(script('platform: amazon')).problems;
    expect(far?.hint?.en).toBe('there are: taobao, tmall, jd, pdd, douyin, weibo, phone');
  });

  it('says what is wrong with the wording that was meant, where several forms are allowed', () => {
    const fields = (say: string) =>
      script(`beats:\n  opening: { say: ${say}, next: [{ when: { needs: met }, close: true }] }`);
    expect(marked(fields('[[一, 二, 三, 四, 五, 六]]'))).toEqual(['wrong-length: [一, 二, 三, 四, 五, 六]']);
    expect(marked(fields('{ any: [{ foto: 图 }] }'))).toEqual([
      'missing-field: { foto: 图 }',
      'unknown-field: foto',
    ]);
    expect(marked(fields('[5]'))).toEqual(['wrong-type: 5']);
    expect(load(fields('5')).problems[0]?.message.en).toBe(
      '“beats.opening.say” must be a list […] or a group of fields, this is a number “5”',
    );
  });

  it('says that a text with a fact inside a list needs quotes', () => {
    expect(marked(script('tags: [一共{price}元]'))).toEqual(['needs-quotes: {']);
    expect(marked(script('tags: [{price}元]'))).toEqual(['needs-quotes: 元']);
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

  it('does not blame the scripts for a persona whose own file is broken', () => {
    const { problems, scripts } = loadContent([
      { path: 'shops/corner.yaml', text: SHOP },
      { path: 'personas/gruff.yaml', text: 'id: gruff' },
      {
        path: 'scripts/cup.yaml',
        text: script('voice: {}').replace('say: [在吗]', 'say: { gruff: [在吗] }'),
      },
    ]);
    expect(new Set(problems.map(({ file }) => file))).toEqual(new Set(['personas/gruff.yaml']));
    expect(scripts.size).toBe(1);
  });
});

describe('a hostile file', () => {
  it('cannot reach the prototype of objects', () => {
    for (const name of ['__proto__', 'constructor', 'prototype']) {
      expect(marked(`${script()}facts:\n  ${name}: { polluted: true }\n`)).toEqual([
        `forbidden-field: ${name}`,
      ]);
    }
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('cannot make the check run out of memory, time or stack', () => {
    const met = (text: string) =>
      withFields(script(), `beats:\n  opening: { next: [{ close: true, when: ${text} }] }`);
    expect(codes(met('&w { all: [*w] }'))).toEqual(['alias-loop']);
    expect(codes(met(`${'{ not: '.repeat(5_000)}{ needs: met }${' }'.repeat(5_000)}`))).toEqual(['too-deep']);
    expect(codes(`a: ${'['.repeat(300_000)}`)).toEqual(['too-deep']);
    expect(codes(Array.from({ length: 600 }, (_, n) => `${' '.repeat(n)}a:`).join('\n'))).toEqual([
      'too-deep',
    ]);
    expect(codes(`${script()}tags: ${'x'.repeat(400_000)}`)).toEqual(['file-too-large']);
    expect(codes('&'.repeat(1_000))).not.toEqual([]);
  });

  it('cannot run code or take on another type by a tag', () => {
    for (const tag of ['!!js/function', '!!python/object:os.system', '!include'])
      expect(codes(script(`source: ${tag} x`))).toEqual(['unknown-tag']);
    expect(codes(script('source: !!binary aGk='))).not.toEqual([]);
  });

  it('is read as people meant it, whatever their editor puts around the text', () => {
    expect(codes(`\uFEFF${script()}`)).toEqual([]);
    expect(codes(script().replaceAll('\n', '\r\n'))).toEqual([]);
    const [problem] = load(`\uFEFF${script('level: hard').replaceAll('\n', '\r\n')}`).problems;
    expect(problem).toMatchObject({ code: 'wrong-choice', column: 8, length: 4, excerpt: 'level: hard' });
  });

  it('in another encoding is told how to save it', () => {
    const read = (bytes: Buffer) => codes(bytes.toString('utf8'));
    expect(read(Buffer.from(`\uFEFF${script()}`, 'utf16le'))).toEqual(['not-utf-8']);
    // “你好” in GBK.
    expect(
      read(Buffer.concat([Buffer.from('id: cup\ntitle: '), Buffer.from([0xc4, 0xe3, 0xba, 0xc3])])),
    ).toEqual(['not-utf-8']);
    expect(codes(`${script()}tags: [a\0b]`)).toEqual(['not-utf-8']);
  });
});
