import * as fc from 'fast-check';
import { articleFieldsSchema, articleStatuses } from '../article/article.ts';
import type { ArticleFields } from '../article/article.ts';
import { randomText } from '../article/random-document.fixture.ts';

/** For tests only: any fields a record may hold, with text that is hostile to YAML, HTML and Markdown. */
export function randomFields(): fc.Arbitrary<ArticleFields> {
  const line = fc.oneof(randomText(), yamlText, fc.constant(''));
  // A list holds no empty names.
  const names = fc.array(fc.oneof(randomText(), yamlText), { maxLength: 3 });
  const date = fc.constantFrom(
    null,
    '2026',
    '2026-01',
    '2026-01-28',
    '2026-01-28T14:30',
    '2024-02-29T00:00:59.5Z',
    '2026-01-28T14:30+03:00',
  );
  return fc
    .record({
      headline: line,
      kicker: line,
      deck: line,
      slug: line,
      bylines: names,
      dateline: fc.record({ place: line, date }),
      desk: line,
      language: fc.constantFrom('ar', 'ar-SY', 'en', 'fa', 'kmr-Latn'),
      tags: names,
      publishedOn: date,
      status: fc.constantFrom(...articleStatuses),
    })
    .map((fields) => articleFieldsSchema.parse(fields));
}

const yamlText = fc.constantFrom(
  'true',
  'No',
  'null',
  '~',
  '2026',
  '1e3',
  '0x1f',
  '2026-01-28',
  '12:30:45',
  '.inf',
  '.5',
  '-',
  '?',
  '- a',
  'a: b',
  'a:',
  ': a',
  'a #b',
  '#a',
  '@a',
  '`a`',
  '%a',
  '!a',
  '&a',
  '*a',
  '|',
  '>',
  "'a'",
  '"a"',
  '[a]',
  '{a: b}',
  'a, b',
  '---',
  '...',
  '<<',
  '\\u0041',
  'خبر: عاجل',
  '«خبر»',
  '=',
  'y',
);
