import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldArabicText } from './fold.ts';
import { parseCardinal, parseOrdinal, writeCardinal, writeOrdinal } from './numerals.ts';

const gender = fc.constantFrom('masculine' as const, 'feminine' as const);

test('a number written in words is read back, whatever its size, gender and case', () => {
  const value = fc.oneof(
    fc.integer({ min: 1, max: 2100 }),
    fc.integer({ min: 1, max: 999_999_999_999 }),
  );
  fc.assert(
    fc.property(value, gender, fc.boolean(), fc.boolean(), (number, form, oblique, spaced) => {
      const written = writeCardinal(number, form, oblique);
      const words = foldArabicText(spaced ? written.replaceAll(' و', ' و ') : written).split(' ');
      if (spaced && words.some((word, at) => word === 'و' && words[at + 1] === 'احد')) return;
      expect([written, parseCardinal(words, 0)]).toEqual([
        written,
        { value: number, end: words.length },
      ]);
    }),
    { numRuns: 2000 },
  );
});

test('an ordinal written in words is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99 }), gender, fc.boolean(), (number, form, oblique) => {
      const words = foldArabicText(writeOrdinal(number, form, oblique)).split(' ');
      expect(parseOrdinal(words, 0, true)).toEqual({ value: number, end: words.length });
    }),
  );
});

test.each([
  ['ألفين وستة عشر', 2016],
  ['ألف وتسعمائة وسبعة وستين', 1967],
  ['ألف وتسع مئة وسبعة وستين', 1967],
  ['ثلاثة آلاف ومئتين', 3200],
  ['خمس عشرة', 15],
  ['أربعا', null],
  ['مليون ومئة ألف', 1_100_000],
])('%s', (text, value) => {
  const words = foldArabicText(text).split(' ');
  expect(parseCardinal(words, 0)?.value ?? null).toBe(value);
});

test('two numbers that follow one another without و stay two', () => {
  expect(parseCardinal(['ثلاثه', 'خمسه'], 0)).toEqual({ value: 3, end: 1 });
  expect(parseCardinal(['عشرين', 'وثلاثين'], 0)).toEqual({ value: 20, end: 1 });
});

test('an ordinal without the article is one of ten, and eleven needs its second word', () => {
  expect(parseOrdinal(['ثالث'], 0, false)).toEqual({ value: 3, end: 1 });
  expect(parseOrdinal(['الحادي'], 0, true)).toBeNull();
  expect(parseOrdinal(['الثاني', 'والعشرين', 'من'], 0, true)).toEqual({ value: 22, end: 2 });
});
