import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuery } from './query.ts';
import { makeSnippet } from './snippet.ts';

function marked(text: string, query: string, length?: number): string[] {
  const snippet = makeSnippet(text, parseQuery(query).wanted, length);
  return snippet.marks.map(([start, end]) => snippet.text.slice(start, end));
}

const filler = 'كلام عابر لا يبحث عنه أحد في هذه الصفحة. '.repeat(12);

test('shows the words as they are written, however they were typed', () => {
  const text = `${filler}أعلنت وِزارةُ الصِّحّة أمس نتائج الحملة. ${filler}`;
  const snippet = makeSnippet(text, parseQuery('وزاره "الصحة أمس"').wanted);
  expect(snippet.marks.map(([start, end]) => snippet.text.slice(start, end))).toEqual([
    'وِزارةُ',
    'الصِّحّة أمس',
  ]);
  expect(snippet.text.startsWith('…')).toBe(true);
  expect(snippet.text.endsWith('…')).toBe(true);
  expect(snippet.text.length).toBeLessThanOrEqual(170);
});

test('chooses the place where most of the terms stand together', () => {
  const text = `سوق ${filler} سوق الخضار والذهب ${filler} سوق`;
  expect(marked(text, 'سوق الخضار الذهب والذهب')).toEqual(['سوق', 'الخضار', 'والذهب']);
});

test('marks a whole word for its prefix and joins overlapping marks', () => {
  expect(marked('مدرسة المدرسين مدرج', 'مدر* "مدرسة المدرسين"')).toEqual([
    'مدرسة المدرسين',
    'مدرج',
  ]);
});

test('marks nothing inside a longer word', () => {
  expect(marked('المدرسة', 'مدرس')).toEqual([]);
  expect(marked('المدرسة', '"مدرسة"')).toEqual([]);
});

test('marks a word with its article and particles', () => {
  expect(marked('في المدرسة وللمدرسة باب', 'مدرسة')).toEqual(['المدرسة', 'وللمدرسة']);
});

test('is the beginning of the text, on one line, where nothing is found', () => {
  expect(makeSnippet('سطر أول\nسطر ثانٍ', [])).toEqual({ text: 'سطر أول سطر ثانٍ', marks: [] });
  expect(makeSnippet('واحد اثنان ثلاثة', [], 11).text).toBe('واحد اثنان…');
});

test('shows a phrase longer than the window whole', () => {
  const phrase = 'واحد اثنان ثلاثة أربعة خمسة';
  expect(marked(`${filler}${phrase}، ${filler}`, `"${phrase}"`, 10)).toEqual([phrase]);
});

test('never throws, and its marks stand in order inside its text', () => {
  const unit = fc.constantFrom(...'اأبت  \n"*-ِ«»٣aÉ𝐀😀\ud800');
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 400 }), fc.string({ unit }), (text, typed) => {
      const snippet = makeSnippet(text, parseQuery(typed).wanted, 40);
      let before = 0;
      for (const [start, end] of snippet.marks) {
        expect(start).toBeGreaterThanOrEqual(before);
        expect(end).toBeGreaterThan(start);
        before = end;
      }
      expect(before).toBeLessThanOrEqual(snippet.text.length);
      expect(snippet.text.isWellFormed() || !text.isWellFormed()).toBe(true);
    }),
    { numRuns: 3000 },
  );
});
