import { expect, test } from 'vitest';

import { countryOfDemonym, countryOfPlace, isAdjectiveForm, isCountry } from './countries.ts';

test.each([
  ['السوري', 'SY'],
  ['سورية', 'SY'],
  ['والأمريكية', 'US'],
  ['أميركي', 'US'],
  ['الروسيين', 'RU'],
  ['للتونسيين', 'TN'],
  ['الأتراك', 'TR'],
])('%s is an adjective of %s', (word, code) => {
  expect(countryOfDemonym(word)).toBe(code);
});

test.each(['سوريا', 'مالي', 'جيبوتي', 'الرئيس', 'مدرسية', 'كرسي', 'مكان', 'بركان', ''])(
  '%s is none',
  (word) => {
    expect(countryOfDemonym(word)).toBeNull();
  },
);

test('places and countries are known in their spellings', () => {
  expect(['سورية', 'سوريا', 'أميركا', 'إسطنبول', 'رام الله', 'كلمة'].map(countryOfPlace)).toEqual([
    'SY',
    'SY',
    'US',
    'TR',
    'PS',
    null,
  ]);
  expect(['الولايات المتحدة', 'باريس'].map(isCountry)).toEqual([true, false]);
});

test('a feminine adjective is told from the country that is spelt alike', () => {
  expect(['روسية', 'سورية', 'سوريا', 'روسيا'].map(isAdjectiveForm)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
