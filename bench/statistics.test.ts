import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { percentile, slope, spread } from './statistics.ts';

test('percentiles lie between the neighbours, whatever the order', () => {
  expect(percentile([4, 1, 3, 2], 50)).toBe(2.5);
  expect(percentile([30, 10, 20], 50)).toBe(20);
  expect(percentile([1, 2], 95)).toBeCloseTo(1.95);
  expect(percentile([7], 95)).toBe(7);
  expect([percentile([3, 1, 2], 0), percentile([3, 1, 2], 100)]).toEqual([1, 3]);
});

test('samples are not put in order where they stand', () => {
  const samples = [3, 1, 2];
  spread(samples);
  expect(samples).toEqual([3, 1, 2]);
});

test('there is no percentile of nothing, and none beyond a hundred', () => {
  expect(() => percentile([], 50)).toThrow(RangeError);
  expect(() => percentile([1], 101)).toThrow(RangeError);
  expect(() => percentile([1], Number.NaN)).toThrow(RangeError);
});

test('the 95th percentile is never below the middle, and both are within the samples', () => {
  const samples = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 });
  fc.assert(
    fc.property(samples, (values) => {
      const { p50, p95, count } = spread(values);
      expect(count).toBe(values.length);
      expect(p95).toBeGreaterThanOrEqual(p50);
      expect(p50).toBeGreaterThanOrEqual(Math.min(...values));
      expect(p95).toBeLessThanOrEqual(Math.max(...values));
    }),
  );
});

test('the slope is that of the line, and none where there is but one place', () => {
  const line = [0, 1, 2, 3].map((x) => ({ x, y: 5 - 2 * x }));
  expect(slope(line)).toBe(-2);
  expect(
    slope([
      { x: 0, y: 1 },
      { x: 1, y: 4 },
      { x: 2, y: 1 },
    ]),
  ).toBe(0);
  expect(slope([{ x: 2, y: 1 }])).toBe(0);
});
