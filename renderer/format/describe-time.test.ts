import { expect, test } from 'vitest';
import { strings } from '../strings/strings.ts';
import { describeHijri, describeTime } from './describe-time.ts';
import { createFormat } from './format.ts';

const arabic = createFormat({ language: 'ar', digits: 'latin' });
const english = createFormat({ language: 'en', digits: 'latin' });

const plain = (words: string) => words.replace(/[\u2068\u2069]/g, '');

function describe(timex: string, value: string | null = null, mod: string | null = null) {
  const date = { value, end: null, reading: { timex, until: null, mod } };
  return [describeTime(date, strings.ar, arabic), describeTime(date, strings.en, english)].map(
    (words) => words && plain(words),
  );
}

test('says a day, a period and how far they are known', () => {
  expect(describe('2026-01-28', '2026-01-28')).toEqual(['28 يناير 2026', '28 January 2026']);
  expect(describe('2026', '2026', 'START')).toEqual(['أوائل 2026', 'Early 2026']);
  const range = { value: '2026-01', end: '2026-03' };
  expect(describeTime(range, strings.en, english)).toBe(
    '\u2068January 2026\u2069 – \u2068March 2026\u2069',
  );
});

test('says lengths of time, and what is only past or to come', () => {
  expect(describe('P4M')).toEqual(['4 أشهر', '4 months']);
  expect(describe('P4M', null, 'LESS_THAN')).toEqual(['أقل من 4 أشهر', 'Less than 4 months']);
  expect(describe('PT2M')).toEqual(['دقيقتان', '2 minutes']);
  expect(describe('PXY')).toEqual(['مدة', 'A length of time']);
  expect(describe('XXXX-WXX-5')).toEqual([undefined, undefined]);
  expect(describe('PAST_REF')).toEqual(['في الماضي', 'In the past']);
  expect(describe('')).toEqual([undefined, undefined]);
});

test('names the month of a Hijri date', () => {
  expect(plain(describeHijri('1447-08-09', strings.ar, arabic))).toBe('9 شعبان 1447 هـ');
  expect(plain(describeHijri('1447-09', strings.en, english))).toBe('Ramadan 1447 AH');
  expect(plain(describeHijri('1447', strings.en, english))).toBe('1447 AH');
});
