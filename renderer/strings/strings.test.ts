import { expect, test } from 'vitest';
import { errorCodes } from '../../core/errors.ts';
import { createFormat } from '../format/format.ts';
import { strings } from './strings.ts';

const arabic = createFormat({ language: 'ar', digits: 'latin' });
const english = createFormat({ language: 'en', digits: 'latin' });

test('counts articles in the forms Arabic has for numbers', () => {
  const { articles } = strings.ar.library;
  expect(
    [0, 1, 2, 3, 10, 11, 26, 99, 100, 102, 103, 111].map((n) => arabic.count(n, articles)),
  ).toEqual([
    'لا مقالات',
    'مقالة واحدة',
    'مقالتان',
    '3 مقالات',
    '10 مقالات',
    '11 مقالة',
    '26 مقالة',
    '99 مقالة',
    '100 مقالة',
    '102 مقالة',
    '103 مقالات',
    '111 مقالة',
  ]);
});

test('counts in Arabic digits when they are set', () => {
  const format = createFormat({ language: 'ar', digits: 'arabic-indic' });
  expect(format.count(3, strings.ar.library.articles)).toBe('٣ مقالات');
  expect(format.count(1250, strings.ar.library.words)).toBe('١٬٢٥٠ كلمة');
});

test('counts articles in English', () => {
  const { articles } = strings.en.library;
  expect([0, 1, 2, 1500].map((n) => english.count(n, articles))).toEqual([
    'No articles',
    '1 article',
    '2 articles',
    '1,500 articles',
  ]);
});

test('has every form that Arabic counting asks for', () => {
  const incomplete = pluralsOf(strings.ar).filter(([, forms]) =>
    ['one', 'two', 'few', 'many', 'other'].some((category) => !(category in forms)),
  );
  expect(incomplete).toEqual([]);
});

test.each(['ar', 'en'] as const)('has words for every error in %s', (language) => {
  for (const code of [...errorCodes, 'BACKEND_LOST'] as const) {
    const words = strings[language].errors[code]({ fileName: 'خبر.txt' });
    expect(Object.values(words).every((sentence) => sentence.trim().length > 5)).toBe(true);
  }
});

test('keeps a Latin file name in an Arabic sentence from reordering it', () => {
  const { what } = strings.ar.errors.FILE_EMPTY({ fileName: 'port (1).txt' });
  expect(what).toBe('الملف «\u2068port (1).txt\u2069» فارغ');
});

function pluralsOf(value: unknown, path = ''): [string, object][] {
  if (typeof value !== 'object' || value === null) return [];
  if ('other' in value && 'one' in value) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => pluralsOf(inner, `${path}.${key}`));
}
