import { expect, test } from 'vitest';
import { makeFigure, perSecond } from './figure.ts';

test('a time is judged against its floor', () => {
  const figure = makeFigure({
    group: 'save',
    name: 'a save',
    samples: [2, 2, 2, 6],
    floor: { name: 'a write', samples: [1, 2, 3] },
    ratioOf: 'p95/p50',
    aim: { of: 'ratio', most: 3 },
  });
  expect(figure.ratio).toBeCloseTo(2.7);
  expect(figure.aim).toEqual({ words: '≤ 3 times', met: true });
  expect(figure.floor?.value.p50).toBe(2);
});

test('the p95 of a rate is its slow end', () => {
  const rates = perSecond([1, 1, 1, 10], 2);
  expect(rates).toEqual([2_000, 2_000, 2_000, 200]);
  const figure = makeFigure({
    group: 'export',
    name: 'documents',
    unit: 'per s',
    samples: rates,
    aim: { of: 'p50', least: 2_001 },
  });
  expect(figure.value).toMatchObject({ p50: 2_000, count: 4 });
  expect(figure.value.p95).toBeLessThan(1_000);
  expect(figure.aim).toEqual({ words: 'p50 ≥ 2,001 per s', met: false });
});

test('an aim at a floor that is missing is not met', () => {
  const figure = makeFigure({
    group: 'save',
    name: 'a save',
    samples: [1],
    aim: { of: 'ratio', most: 3 },
  });
  expect(figure.aim?.met).toBe(false);
  expect(figure).not.toHaveProperty('ratio');
});
