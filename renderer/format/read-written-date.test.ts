import { expect, test } from 'vitest';
import { readWrittenDate } from './read-written-date.ts';

test.each([
  ['28 يناير 2026', '2026-01-28'],
  ['٢٨ كانون الثاني ٢٠٢٦', '2026-01-28'],
  ['3 من آذار 2025م', '2025-03-03'],
  ['12 يناير/كانون الثاني 2026', '2026-01-12'],
  ['تشرين الأول 2024', '2024-10'],
  ['January 28, 2026', '2026-01-28'],
  ['28 Jan 2026', '2026-01-28'],
  ['2026-01-28', '2026-01-28'],
  ['28/1/2026', '2026-01-28'],
  ['5/5/2026', '2026-05-05'],
  ['2026', '2026'],
])('reads %s', (surface, iso) => {
  expect(readWrittenDate(surface)).toBe(iso);
});

test.each(['3/4/2026', '12 يناير/شباط 2026', 'أمس', 'يناير', '31 شباط 2026', 'الثلاثاء الماضي', ''])(
  'leaves %s to the editor',
  (surface) => {
    expect(readWrittenDate(surface)).toBeNull();
  },
);
