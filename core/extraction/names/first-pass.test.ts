import { expect, test } from 'vitest';

import { tokenize } from '../../arabic/tokenize.ts';
import { sentencesOf } from './first-pass.ts';
import { longest } from './word-cache.ts';

test('sentences end at lines, full stops and question marks; hashtag signs are left out', () => {
  const sentences = sentencesOf(tokenize('عاد زيد. من جاء؟ لا أحد\nقال #زيد_عمرو 3.5'));
  expect(sentences.map(({ tokens }) => tokens.map(({ surface }) => surface).join(' '))).toEqual([
    'عاد زيد .',
    'من جاء ؟',
    'لا أحد',
    'قال زيد عمرو 3.5',
  ]);
  expect(sentences.at(-1)?.places).toEqual([9, 11, 13, 14]);
});

test('a sentence past all measure is cut', () => {
  const tokens = tokenize('كلمة '.repeat(longest * 2 + 5));
  expect(sentencesOf(tokens).map((sentence) => sentence.tokens.length)).toEqual([
    longest,
    longest,
    5,
  ]);
});
