import { TEMPLATES } from '@kefu/shared/shop/templates';
import { expect, test } from 'vitest';
import { quickRepliesFor } from './quick-replies';
import { commandAt, nextSlot, slotsIn } from './slots';

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

test.each([
  ['/', { start: 0, end: 1, search: '' }],
  ['、安抚', { start: 0, end: 3, search: '安抚' }],
  ['您好，/wl', { start: 3, end: 6, search: 'wl' }],
  ['第一行\n/退换', { start: 4, end: 7, search: '退换' }],
  ['退货/换货', null],
  ['24/7', null],
  ['苹果、香蕉', null],
  ['/物流 然后', null],
])('the command at the end of %j', (text, command) => {
  expect(commandAt(text, text.length)).toEqual(command);
});

test('the command is the one at the cursor, whatever stands behind it', () => {
  expect(commandAt('/感谢您的理解', 3)).toEqual({ start: 0, end: 3, search: '感谢' });
});

const phrase = { id: 'p1', title: '催单', text: '亲，还在为您保留哦', uses: 3 };

test('templates are found by command, initials, English name and words; one’s own phrases come first', () => {
  const ids = (search: string) => quickRepliesFor(search, [phrase]).map(({ id }) => id);
  expect(ids('安抚')[0]).toBe('soothe');
  expect(ids('wl')[0]).toBe('parcel');
  expect(ids('refund')).toContain('refund');
  expect(ids('cd')).toContain('p1');
  expect(ids('没有这样的话')).toEqual([]);
  expect(ids('')).toHaveLength(TEMPLATES.length + 1);
  expect(ids('')[0]).toBe('p1');
});
