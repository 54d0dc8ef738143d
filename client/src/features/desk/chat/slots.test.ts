import { expect, test } from 'vitest';
import { QUICK_REPLIES, quickRepliesFor } from './quick-replies';
import { nextSlot, searchAfterSlash, slotsIn } from './slots';

test('every gap of a template is found, with the brackets that stand in the text', () => {
  const text = '您好【姓名】,【店铺】欢迎您';
  expect(slotsIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(['【姓名】', '【店铺】']);
});

test('brackets that hold no gap are the agent’s own words', () => {
  expect(slotsIn('】好的【')).toEqual([]);
  expect(slotsIn('【没有\n关上】')).toEqual([]);
});

test('Tab goes from gap to gap and leaves the field behind the last', () => {
  const text = '【a】和【b】';
  expect(nextSlot(text, 0)?.name).toBe('【a】');
  expect(nextSlot(text, 3)?.name).toBe('【b】');
  expect(nextSlot(text, text.length)).toBeUndefined();
});

test('a slash searches only where the text begins with it', () => {
  expect(searchAfterSlash('/')).toBe('');
  expect(searchAfterSlash('/退款 ')).toBe('退款');
  expect(searchAfterSlash('、安抚')).toBe('安抚');
  expect(searchAfterSlash('24/7 在线')).toBeNull();
  expect(searchAfterSlash('/第一行\n第二行')).toBeNull();
});

test('templates are found by their Chinese or English name and by their words', () => {
  expect(quickRepliesFor('安抚').map(({ id }) => id)).toContain('soothe');
  expect(quickRepliesFor('refund').map(({ id }) => id)).toContain('refund');
  expect(quickRepliesFor('没有这样的话')).toEqual([]);
  expect(quickRepliesFor('')).toEqual(QUICK_REPLIES);
});
