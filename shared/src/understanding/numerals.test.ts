import { describe, expect, it } from 'vitest';
import { readNumber } from './numerals';

describe('readNumber', () => {
  it.each([
    ['5', 5],
    ['1,299.5', 1299.5],
    ['1.5万', 15_000],
    ['3k', 3000],
    ['两', 2],
    ['十', 10],
    ['十五', 15],
    ['二十', 20],
    ['四十八', 48],
    ['一百', 100],
    ['一百二', 120],
    ['一百零二', 102],
    ['一百二十', 120],
    ['三百五', 350],
    ['两千五', 2500],
    ['一千零五十', 1050],
    ['一万二', 12_000],
    ['二十万', 200_000],
    ['九点九', 9.9],
    ['零', 0],
  ])('reads %s as %d', (text, value) => {
    expect(readNumber(text)).toEqual({ from: value, to: value });
  });

  it.each([
    ['三五', 3, 5],
    ['一两', 1, 2],
    ['七八', 7, 8],
    ['十七八', 17, 18],
  ])('reads %s as a range', (text, from, to) => {
    expect(readNumber(text)).toEqual({ from, to });
  });

  it.each(['', '五二', '万一二三', '一二三四', '几'])('makes nothing of %s', (text) => {
    const number = readNumber(text);
    expect(number === undefined || number.from <= number.to).toBe(true);
  });
});
