import { expect, test } from 'vitest';
import { articleFieldsSchema, emptyArticleFields, isoDateSchema } from './article.ts';

test.each([
  '2026',
  '2026-01',
  '2026-01-28',
  '2024-02-29',
  '2026-01-28T14:30',
  '2026-01-28T14:30:05Z',
  '2026-01-28T14:30+03:00',
])('takes %s as a date', (value) => {
  expect(isoDateSchema.safeParse(value).success).toBe(true);
});

test.each([
  '',
  '26',
  '2026-13',
  '2026-02-30',
  '2023-02-29',
  '28-01-2026',
  '2026-01-28T25:00',
  '٢٠٢٦',
  '2026-1-2',
  'today',
])('refuses %j as a date', (value) => {
  expect(isoDateSchema.safeParse(value).success).toBe(false);
});

test('keeps lines to one line without touching tashkeel', () => {
  const fields = { ...emptyArticleFields, headline: ' قِمّة\n\tفي العاصمة\u0000 ' };
  expect(articleFieldsSchema.parse(fields).headline).toBe('قِمّة في العاصمة');
});

test('keeps no half of a character, which the library could not give back as it was', () => {
  const fields = { ...emptyArticleFields, headline: 'قمة \ud83d', tags: ['\ude00'] };
  expect(articleFieldsSchema.parse(fields)).toMatchObject({
    headline: 'قمة \ufffd',
    tags: ['\ufffd'],
  });
});
