import { expect, test } from 'vitest';
import { toIsoRange } from './iso-range.ts';

test.each([
  ['2026-01-28', null, '2026-01-28', null],
  ['2026-01', null, '2026-01', null],
  ['2026-01-28T14:30', null, '2026-01-28T14:30', null],
  // A part of a day is of the day.
  ['2026-01-28TMO', null, '2026-01-28', null],
  ['2026-01-28', '2026-02-03', '2026-01-28', '2026-02-03'],
  ['2011', '2014', '2011', '2014'],
  ['2025-Q3', null, '2025-07', '2025-09'],
  ['2025-Q1', '2025-Q3', '2025-01', '2025-09'],
  ['2025-H2', null, '2025-07', '2025-12'],
  ['2025-WI', null, '2025-12', '2026-02'],
  ['199', null, '1990', '1999'],
  ['20', null, '2000', '2099'],
  ['2026-W01', null, '2025-12-29', '2026-01-04'],
  ['2026-W05', null, '2026-01-26', '2026-02-01'],
  ['2026-W05-WE', null, '2026-01-31', '2026-02-01'],
  ['P4M', null, null, null],
  ['XXXX-WXX-5', null, null, null],
  ['PAST_REF', null, null, null],
])('%s until %s is %s to %s', (value, until, first, end) => {
  expect(toIsoRange(value, until)).toEqual({ value: first, end });
});
