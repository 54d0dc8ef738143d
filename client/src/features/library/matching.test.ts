import type { Library } from '@kefu/shared/protocol/rest';
import { expect, test } from 'vitest';
import { matching, tagsOf } from './matching';

type Exercise = Library['exercises'][number];

const exercise = (script: string, more: Partial<Exercise> = {}): Exercise => ({
  script,
  title: { zh: '发错颜色', en: 'Wrong colour' },
  summary: { zh: '客户收到的颜色不对', en: 'The parcel holds another colour' },
  stage: 'after-sale',
  level: 'novice',
  tags: ['换货'],
  platform: 'taobao',
  shop: { zh: '棉语服饰', en: 'Mianyu Apparel' },
  attempts: {},
  exams: {},
  ...more,
});
const ids = (found: readonly Exercise[]) => found.map(({ script }) => script);

test('each word of the search must occur, in any language and any field', () => {
  const all = [exercise('wrong-colour'), exercise('late', { title: { zh: '催发货', en: 'Where is it' } })];
  expect(ids(matching(all, { q: '颜色 棉语' }))).toEqual(['wrong-colour', 'late']);
  expect(ids(matching(all, { q: 'WHERE 换货' }))).toEqual(['late']);
  expect(ids(matching(all, { q: '颜色 快递' }))).toEqual([]);
});

test('filters hold together and the order is that of a sale, easy ones first', () => {
  const all = [
    exercise('c', { level: 'advanced' }),
    exercise('b'),
    exercise('a', { stage: 'pre-sale', tags: ['尺码'] }),
  ];
  expect(ids(matching(all, {}))).toEqual(['a', 'b', 'c']);
  expect(ids(matching(all, { stage: 'after-sale', level: 'advanced' }))).toEqual(['c']);
  expect(ids(matching(all, { tag: '尺码', stage: 'after-sale' }))).toEqual([]);
});

test('tags come by how often they occur', () => {
  expect(tagsOf([exercise('a', { tags: ['x', 'y'] }), exercise('b', { tags: ['y'] })])).toEqual(['y', 'x']);
});
