import { expect, test } from 'vitest';
import { countWords, readingMinutes } from './count-words.ts';

test.each([
  ['', 0],
  ['  \n ', 0],
  ['وبالمدينة', 1],
  ['قال الوزير، أمس:', 3],
  ['مُحَرِّر هٰذا', 2],
  ['نحو 3.5 مليون', 3],
  ['في 2026-01-28 و/أو بعده', 4],
  ['COVID-19 في دمشق', 3],
  ['كلمة – كلمة — كلمة', 3],
  ['كلمة—كلمة', 2],
  ['* * * ... «»', 0],
  ['سطر\nثانٍ\tثالث\u00a0رابع', 4],
  ['👍 نعم 🇸🇾', 1],
  ['𐤀𐤁 كلمة', 2],
  ['كلمة \u064b كلمة', 2],
])('counts %j as %i', (text, words) => {
  expect(countWords(text)).toBe(words);
});

test('rounds the reading time up to whole minutes', () => {
  expect([0, 1, 180, 181, 900].map(readingMinutes)).toEqual([0, 1, 1, 2, 5]);
});
