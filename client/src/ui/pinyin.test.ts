import { expect, test } from 'vitest';
import { initialsOf } from './pinyin';

test.each([
  ['物流', 'wl'],
  ['欢迎', 'hy'],
  ['查询', 'cx'],
  ['退换', 'th'],
  ['感谢', 'gx'],
  ['优惠券', 'yhq'],
  ['发票 A4', 'fp a4'],
])('%s is found by %s', (text, initials) => {
  expect(initialsOf(text)).toBe(initials);
});
