import fc from 'fast-check';
import { expect, test } from 'vitest';

import { attachedTo, nameWord, nameWords } from './text-words.ts';

test.each([
  ['وموسكو', 'موسكو', 1],
  ['وبموسكو', 'موسكو', 2],
  ['للشرع', 'الشرع', 0],
  ['وللشرع', 'الشرع', 1],
  ['موسكو', 'موسكو', 0],
  ['سموسكو', 'موسكو', -1],
  ['موسكوي', 'موسكو', -1],
  ['الموسكو', 'موسكو', -1],
  ['شرع', 'الشرع', -1],
])('%s beside %s: %d letters', (key, word, letters) => {
  expect(attachedTo(key, word)).toBe(letters);
});

test('spellings of a name compare as one', () => {
  expect(nameWords('ألكسندر سورية فؤاد')).toEqual(nameWords('الكسندر سوريا فواد'));
});

test('comparing forms are fixed points', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ابتةهؤئيور'), maxLength: 8 }), (word) => {
      expect(nameWord(nameWord(word))).toBe(nameWord(word));
    }),
  );
});
