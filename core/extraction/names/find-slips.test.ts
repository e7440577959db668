import { expect, test } from 'vitest';

import { isOneSlip } from './find-slips.ts';

test.each([
  ['نوافك', 'نوفاك'],
  ['لافروف', 'لافرف'],
  ['لافروف', 'لافررف'],
  ['بيلوسوف', 'بيلوسووف'],
])('%s is one slip from %s, and back', (a, b) => {
  expect([isOneSlip(a, b), isOneSlip(b, a)]).toEqual([true, true]);
});

test.each([
  ['لافروف', 'لافروف'],
  ['لافروف', 'لافورو'],
  ['بوتين', 'بوش'],
  ['محمد', 'أحمد السيد'],
])('%s is not one slip from %s', (a, b) => {
  expect(isOneSlip(a, b)).toBe(false);
});
