import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  easter,
  fromDayNumber,
  isGregorianDay,
  isoDay,
  isoWeekOf,
  parseIsoDay,
  toDayNumber,
  ummAlQura,
  weekdayOf,
} from './calendar.ts';

const day = fc.integer({ min: -800_000, max: 800_000 });

test('days and dates are inverses of each other, and those of the runtime', () => {
  fc.assert(
    fc.property(day, (number) => {
      const date = fromDayNumber(number);
      expect(isGregorianDay(date)).toBe(true);
      expect(toDayNumber(date)).toBe(number);
      const runtime = new Date(number * 86_400_000);
      expect(date).toEqual({
        year: runtime.getUTCFullYear(),
        month: runtime.getUTCMonth() + 1,
        day: runtime.getUTCDate(),
      });
      expect(weekdayOf(number) % 7).toBe(runtime.getUTCDay());
    }),
  );
});

test('a written day is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (number) => {
      expect(parseIsoDay(isoDay(number))).toBe(number);
    }),
  );
  expect(['2026-02-30', '2026-1-3', '28/01/2026', ''].map(parseIsoDay)).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test('weeks begin on Monday and belong to the year of their Thursday', () => {
  const days = ['2026-01-28', '2027-01-01', '2024-12-30'];
  expect(days.map((text) => isoWeekOf(parseIsoDay(text) ?? 0))).toEqual([
    { year: 2026, week: 5 },
    { year: 2026, week: 53 },
    { year: 2025, week: 1 },
  ]);
});

test('Easter falls as both churches kept it', () => {
  expect([2013, 2024, 2025].map((year) => isoDay(easter(year)))).toEqual([
    '2013-03-31',
    '2024-03-31',
    '2025-04-20',
  ]);
  expect([2013, 2024, 2025].map((year) => isoDay(easter(year, true)))).toEqual([
    '2013-05-05',
    '2024-05-05',
    '2025-04-20',
  ]);
});

test('every day from 1937 to 2077 has a Hijri date that leads back to it', () => {
  const calendar = ummAlQura();
  const [first = 0, last = 0] = ['1937-03-14', '2077-11-16'].map(parseIsoDay).map(Number);
  const strays: string[] = [];
  for (let number = first; number <= last; number += 1) {
    const date = calendar.fromDay(number);
    if (date === null || calendar.toDay(date) !== number) strays.push(isoDay(number));
  }
  expect(strays).toEqual([]);
});

test('Hijri days that are known', () => {
  const calendar = ummAlQura();
  const at = (year: number, month: number, date: number) => {
    const number = calendar.toDay({ year, month, day: date });
    return number === null ? null : isoDay(number);
  };
  expect([
    at(1436, 10, 26),
    at(1447, 1, 1),
    at(1446, 9, 29),
    at(1446, 9, 30),
    at(1446, 13, 1),
    at(1446, 9, 0),
  ]).toEqual(['2015-08-11', '2025-06-26', '2025-03-29', null, null, null]);
});
