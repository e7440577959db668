import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { mappedOffset, originalSpan } from './character-map.ts';
import { foldArabic, foldArabicText, foldCharacter } from './fold.ts';

test.each([
  ['tashkeel and dagger alif', 'مُحَرِّرٌ هٰذا', 'محرر هذا'],
  ['tatweel', 'جـــريـدة', 'جريده'],
  ['hamza on a carrier', 'أإآٱ ؤ ئ', 'اااا و ي'],
  ['hamza as a combining mark', 'ا\u0654 ا\u0655 و\u0654 ي\u0654 ا\u0653', 'ا ا و ي ا'],
  ['alif maqsura and ta marbuta', 'مستشفى المدينة', 'مستشفي المدينه'],
  ['Arabic-Indic and Persian digits', '٢٠٢٦ ۱۴۰۴', '2026 1404'],
  ['digit separators', '٣٫٥ ١٬٠٠٠', '3.5 1,000'],
  ['Persian, Urdu and Maghrebi forms', 'کی ہھە ڭ', 'كي ههه ك'],
  ['letters for foreign sounds', 'ڤيينا پاريس چاد گوگل', 'فيينا باريس جاد كوكل'],
  ['presentation forms', 'ﺍﻟﺴﻼﻡ ﷲ ﻷ', 'السلام الله لا'],
  ['isolated presentation tashkeel', 'كتﹷب\ufc60', 'كتب'],
  ['zero-width and direction characters', 'م\u200cح\u200dر\u200e\u202bر\u2069\ufeff', 'محرر'],
  ['Latin case and diacritics', 'Ångström ÉCOLE Straße İzmir', 'angstrom ecole strasse izmir'],
  ['Greek', 'ΟΔΌΣ οδός', 'οδοσ οδοσ'],
  ['full-width and mathematical forms', 'ＡＢ１ 𝐀𝟗', 'ab1 a9'],
])('folds %s', (_name, text, folded) => {
  expect(foldArabicText(text)).toBe(folded);
  expect(foldArabic(text).text).toBe(folded);
});

test.each([
  ['a hamza alone', 'شيء سماء', 'شيء سماء'],
  ['punctuation', '«كلمة»، وأخرى؟', '«كلمه»، واخري؟'],
  ['line breaks', 'سطر\nسطر', 'سطر\nسطر'],
  ['vowel signs of other scripts', 'हिन्दी', 'हिन्दी'],
  ['lone surrogates', '\ud800 \udc00', '\ud800 \udc00'],
])('keeps %s', (_name, text, folded) => {
  expect(foldArabicText(text)).toBe(folded);
});

test('folds every character there is to something that folds to itself', () => {
  const unstable: string[] = [];
  for (let codePoint = 0; codePoint <= 0x10ffff; codePoint += 1) {
    if (codePoint >= 0xd800 && codePoint <= 0xdfff) continue;
    const folded = foldCharacter(String.fromCodePoint(codePoint));
    if (foldArabicText(folded) !== folded) unstable.push(codePoint.toString(16));
  }
  expect(unstable).toEqual([]);
});

const mixed = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'ابتثجحأإآٱىةؤئءﷲﻻـ\u064b\u0651\u0670\u0654\u200f\u200c٣۴ aÉß\n«،𝐀\ud800'),
    fc.integer({ min: 0, max: 0x10ffff }).map((point) => String.fromCodePoint(point)),
  ),
  maxLength: 80,
});

test('is idempotent, and the same with and without the map', () => {
  fc.assert(
    fc.property(mixed, (text) => {
      const folded = foldArabicText(text);
      expect(foldArabic(text).text).toBe(folded);
      expect(foldArabicText(folded)).toBe(folded);
    }),
    { numRuns: 2000 },
  );
});

test('gives canonically equal texts the same form', () => {
  fc.assert(
    fc.property(mixed, (text) => {
      expect(foldArabicText(text.normalize('NFC'))).toBe(foldArabicText(text.normalize('NFD')));
    }),
    { numRuns: 2000 },
  );
});

test('keeps a map that never goes back, stays inside the text and leads there and back', () => {
  fc.assert(
    fc.property(mixed, (text) => {
      const folded = foldArabic(text);
      expect(folded.starts.length).toBe(folded.text.length);
      let before = 0;
      for (let at = 0; at < folded.text.length; at += 1) {
        const { start, end } = originalSpan(folded, at, at + 1);
        expect(start).toBeGreaterThanOrEqual(before);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(foldArabicText(text.slice(start, end))).toContain(folded.text.charAt(at));
        expect(folded.starts[mappedOffset(folded, start)]).toBe(start);
        before = start;
      }
      expect(mappedOffset(folded, text.length + 1)).toBe(folded.text.length);
    }),
    { numRuns: 2000 },
  );
});

test('leads from a folded word to the whole word with its marks, and to no control beside it', () => {
  const text = 'قال \u200fمُحَمَّدٌ\u200f ﷺ أمس';
  const folded = foldArabic(text);
  const at = folded.text.indexOf('محمد');
  const { start, end } = originalSpan(folded, at, at + 4);
  expect(text.slice(start, end)).toBe('مُحَمَّدٌ');
});

const lucene = new URL('../../../shared/data/search/lucene-arabic.json', import.meta.url);
test.skipIf(!existsSync(lucene))(
  'normalises as Lucene does (skipped where ../shared is not there)',
  () => {
    const { normalization } = JSON.parse(readFileSync(lucene, 'utf8')) as {
      normalization: { input: string; expected: string }[];
    };
    expect(normalization.map(({ input }) => foldArabicText(input))).toEqual(
      normalization.map(({ expected }) => expected),
    );
  },
);
