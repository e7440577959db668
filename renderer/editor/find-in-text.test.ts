import { expect, test } from 'vitest';
import { findInText } from './find-in-text.ts';

const wordsFound = (text: string, query: string) =>
  findInText(text, query).map(({ start, end }) => text.slice(start, end));

test('finds words whatever their vowel marks, hamza and digits', () => {
  expect(wordsFound('أَعلنت الوزارةُ و إعلان 2026', 'اعلا')).toEqual(['إعلا']);
  expect(wordsFound('في مَدْرَسَةِ الحي والمدرسه', 'مدرسة')).toEqual(['مَدْرَسَةِ', 'مدرسه']);
  expect(wordsFound('عام ٢٠٢٦', '2026')).toEqual(['٢٠٢٦']);
});

test('finds nothing for nothing, and no more than asked for', () => {
  expect(findInText('نص', '  ')).toEqual([]);
  expect(findInText('ا'.repeat(50), 'ا', 10)).toHaveLength(10);
});
