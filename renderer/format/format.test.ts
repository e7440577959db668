import { expect, test } from 'vitest';
import { createFormat } from './format.ts';

const arabic = createFormat({ language: 'ar', digits: 'latin' });
const indic = createFormat({ language: 'ar', digits: 'arabic-indic' });
const english = createFormat({ language: 'en', digits: 'latin' });

test('writes a date only as far as it is known', () => {
  expect(
    ['2026', '2026-01', '2026-01-28', '2026-01-28T14:30'].map((iso) => arabic.date(iso)),
  ).toEqual(['2026', 'يناير 2026', '28 يناير 2026', '28 يناير 2026، 14:30']);
  expect(english.date('2026-01-28')).toBe('28 January 2026');
});

test('writes digits as set', () => {
  expect(indic.number(4321)).toBe('٤٬٣٢١');
  expect(indic.digits('09:05')).toBe('٠٩:٠٥');
  expect(indic.date('2026-01-28T14:30')).toBe('٢٨ يناير ٢٠٢٦، ١٤:٣٠');
});

test('says how long ago something was, in words that grow coarser', () => {
  const now = new Date(2026, 0, 28, 12, 0).getTime();
  const ago = (...parts: [number, number, number, number, number]) =>
    arabic.ago(new Date(...parts).toISOString(), now);
  expect([
    ago(2026, 0, 28, 12, 0),
    ago(2026, 0, 28, 11, 55),
    ago(2026, 0, 28, 9, 0),
    ago(2026, 0, 27, 23, 0),
    ago(2026, 0, 25, 9, 0),
    ago(2026, 0, 2, 9, 0),
    ago(2025, 5, 2, 9, 0),
  ]).toEqual(['الآن', 'قبل 5 دقائق', 'قبل 3 ساعات', 'أمس', 'قبل 3 أيام', '2 يناير', '2 يونيو 2025']);
});

test('never speaks of the future when clocks disagree', () => {
  const now = Date.parse('2026-01-28T12:00:00Z');
  expect(english.ago('2026-01-28T12:07:00Z', now)).toBe('now');
});
