import { describe, expect, it } from 'vitest';
import { readPageDate } from './page-date.ts';

describe('readPageDate', () => {
  it('reads a line that is one date', () => {
    const lines = [
      '28 يناير 2026',
      'الأربعاء 28 كانون الثاني 2026',
      'الأربعاء، ٢٨ كانون الثاني/يناير ٢٠٢٦ - 14:30',
      'نُشر في: 28/01/2026',
      '2026-01-28',
      '28-1-2026 | 02:05 م',
      'آخر تحديث: 28 يناير 2026 الساعة 09:15 بتوقيت دمشق',
      'تاريخ النشر: 5/5/2026',
      'January 28, 2026',
    ];
    expect(lines.map((line) => readPageDate(line)?.value)).toEqual([
      '2026-01-28',
      '2026-01-28',
      '2026-01-28T14:30',
      '2026-01-28',
      '2026-01-28',
      '2026-01-28T14:05',
      '2026-01-28T09:15',
      '2026-05-05',
      '2026-01-28',
    ]);
  });

  it('knows a date that it leaves open', () => {
    const lines = ['نشر في 3/4/2026', 'منذ 3 ساعات', 'قبل يومين'];
    expect(lines.map((line) => readPageDate(line)?.value)).toEqual([null, null, null]);
  });

  it('tells publication from update, and reads the place of a dateline', () => {
    expect(readPageDate('آخر تحديث: 28 يناير 2026')).toEqual({
      value: '2026-01-28',
      isUpdate: true,
      isLabelled: true,
      isRelative: false,
      place: '',
    });
    expect(readPageDate('اللاذقيّة، 28 كانون الثاني 2026')).toEqual({
      value: '2026-01-28',
      isUpdate: false,
      isLabelled: false,
      isRelative: false,
      place: 'اللاذقيّة',
    });
  });

  it('leaves lines alone that only speak of a date', () => {
    const lines = [
      'في 28 يناير 2026 وصل الوفد',
      'قبل يومين من الموعد',
      'انتخابات 2026',
      'أبرز أحداث 28 يناير 2026',
      '31/2/2026',
      'منذ اليوم الأول',
      'من 1 يناير 2026 إلى 3 يناير 2026',
      'وصل الوفد 28 يناير 2026 إلى المدينة',
    ];
    expect(lines.map((line) => readPageDate(line))).toEqual(lines.map(() => null));
  });
});
