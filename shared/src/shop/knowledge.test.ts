import { expect, test } from 'vitest';
import { findCard, searchKnowledge } from './knowledge';
import { ShopSchema } from './schema';
import { TEMPLATES } from './templates';

const shop = ShopSchema.parse({
  id: 'shop',
  version: 3,
  date: '2026-05-01',
  name: { zh: '店', en: 'Shop' },
  category: { zh: '女装', en: 'Dresses' },
  style: 'lively',
  products: [
    {
      ...{ id: 'P01', name: '深蓝连衣裙', status: 'on-sale', price: 239, stock: { 深蓝M: 3 } },
      fields: {
        ...{ function: '通勤', material: '棉95%', specification: 'S-L', suitableFor: '成人' },
        ...{ usage: '机洗', caution: '分开洗', comparison: '更厚' },
      },
    },
  ],
  orders: [],
  policies: [
    {
      id: 'freight',
      version: 2,
      date: '2026-03-01',
      title: '运费',
      text: '退货运费由店铺承担，换货运费也由店铺承担。',
    },
    {
      id: 'refund',
      version: 1,
      date: '2026-02-01',
      title: '退款时间',
      text: '验收后24小时内退款，运费一并退回。',
    },
  ],
});

test('a search looks into the whole text and puts the card with the most places first', () => {
  const found = searchKnowledge(shop, '运费').filter(({ kind }) => kind === 'policy');
  expect(found.map(({ id, hits }) => [id, hits])).toEqual([
    ['freight', 3],
    ['refund', 1],
  ]);
  expect(searchKnowledge(shop, '棉95%')).toMatchObject([{ kind: 'product', id: 'P01' }]);
});

test('every word of a search must occur, and templates are found by their command', () => {
  expect(searchKnowledge(shop, '运费 24小时').map(({ id }) => id)).toEqual(['refund']);
  expect(searchKnowledge(shop, '没有这个词')).toEqual([]);
  expect(searchKnowledge(shop, '欢迎').some(({ kind, id }) => kind === 'template' && id === 'greet')).toBe(
    true,
  );
});

test('a card says its version and its day: a policy its own, a product those of the shop', () => {
  expect(findCard(shop, 'policy', 'freight')).toMatchObject({ version: 2, date: '2026-03-01' });
  expect(findCard(shop, 'product', 'P01')).toMatchObject({ version: 3, date: '2026-05-01' });
  expect(findCard(shop, 'product', 'none')).toBeUndefined();
});

test('the five default commands and the ten frequent topics have a template with a gap to fill each', () => {
  const wanted = ['欢迎', '查询', '物流', '退换', '感谢'].concat([
    '发货时间',
    '物流异常',
    '尺码',
    '退换货',
    '优惠券',
    '库存',
    '活动',
    '质量',
    '发票',
    '支付',
  ]);
  for (const command of wanted) {
    const template = TEMPLATES.find((candidate) => candidate.command === command);
    expect(template?.text, command).toMatch(/【[^】]+】/);
  }
  expect(new Set(TEMPLATES.map(({ id }) => id)).size).toBe(TEMPLATES.length);
});
