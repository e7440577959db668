import { expect, test } from 'vitest';
import { makeFigure } from './figure.ts';
import { formatValue, reportLines } from './report.ts';

test('a line says the figure, its floor, how many times it is, and whether the aim was met', () => {
  const figure = makeFigure({
    group: 'save',
    name: 'a save',
    samples: [3, 3],
    floor: { name: 'a write', samples: [2, 2] },
    ratioOf: 'p95/p50',
    aim: { of: 'ratio', most: 1 },
    note: 'on a slow disk',
  });
  const [, , line, note] = reportLines([figure]);
  expect(line?.split(/ {2,}/)).toEqual([
    'a save *',
    '3.00 ms',
    '3.00 ms',
    'a write',
    '2.00 ms',
    '2.00 ms',
    '1.50 (p95/p50)',
    '≤ 1 times',
    'MISSED',
  ]);
  expect(note).toBe('* a save: on a slow disk');
});

test('numbers keep three digits that mean something', () => {
  expect([0.1234, 1.234, 12.34, 1234.5].map((value) => formatValue(value, 'ms'))).toEqual([
    '0.123 ms',
    '1.23 ms',
    '12.3 ms',
    '1,235 ms',
  ]);
});
