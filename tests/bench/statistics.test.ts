import { describe, expect, test } from 'vitest';
import { median, pairedRatios, quantile, spreadOf } from './statistics';

describe('the statistics of the benchmark', () => {
  test('the median of an odd number is the middle one, of an even number the mean of both', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([9, 1, 5, 7])).toBe(6);
    expect(median([])).toBeNaN();
  });

  test('a quantile is a value that was measured', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => index + 1);
    expect([0.5, 0.95, 0.99, 1].map((share) => quantile(hundred, share))).toEqual([50, 95, 99, 100]);
    expect(quantile([3], 0.01)).toBe(3);
    expect(quantile([], 0.5)).toBeNaN();
  });

  test('ratios are taken within a round, so a slow round counts like any other', () => {
    expect(pairedRatios([50, 5], [100, 10])).toEqual([0.5, 0.5]);
    expect(spreadOf(pairedRatios([50, 6], [100, 10]))).toEqual({ median: 0.55, min: 0.5, max: 0.6 });
    expect(() => pairedRatios([1, 2], [1])).toThrow(RangeError);
  });
});
