import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyDocument, toArticleDocument } from '../article/canonical-document.ts';
import type { DocumentMark, DocumentNode } from '../article/document.ts';
import { importMarkdown } from '../importers/markdown.ts';
import { sampleArticle, sampleDocument } from './article.fixture.ts';
import { emptyArticleFields } from '../article/article.ts';
import { randomFields } from './random-fields.fixture.ts';
import { renderMarkdown } from './markdown.ts';

const pixel = 'data:image/png;base64,iVBORw0KGgo=';
const resolveImage = (src: string) => (src.startsWith('asset:') ? pixel : src);

/** The body alone, without front matter and the line end. */
function bodyOf(...content: DocumentNode[]): string {
  const document = toArticleDocument({ type: 'doc', content });
  const markdown = renderMarkdown(sampleArticle, document, { resolveImage });
  expect(importMarkdown(markdown).doc).toEqual(document.doc);
  return markdown.slice(markdown.indexOf('\n---\n\n') + 6, -1);
}

function paragraph(...content: (string | DocumentNode)[]): DocumentNode {
  return {
    type: 'paragraph',
    content: content.map((part) => (typeof part === 'string' ? text(part) : part)),
  };
}

function text(words: string, ...marks: (string | DocumentMark)[]): DocumentNode {
  return {
    type: 'text',
    text: words,
    marks: marks.map((mark) => (typeof mark === 'string' ? { type: mark } : mark)),
  };
}

const link = (href: string): DocumentMark => ({ type: 'link', attrs: { href } });
const hardBreak: DocumentNode = { type: 'hardBreak' };
const note = (...content: DocumentNode[]): DocumentNode => ({ type: 'footnote', content });
const list = (type: string, ...items: DocumentNode[][]): DocumentNode => ({
  type,
  content: items.map((content) => ({
    type: type === 'taskList' ? 'taskItem' : 'listItem',
    content,
  })),
});

const cell = (type: string, words: string, attrs = {}): DocumentNode => ({
  type,
  attrs,
  content: [paragraph(words)],
});
const table = (...rows: DocumentNode[][]): DocumentNode => ({
  type: 'table',
  content: rows.map((content) => ({ type: 'tableRow', content })),
});

test('a typical article', () => {
  const expected = readFileSync(new URL('fixtures/lighting-plan.md.txt', import.meta.url), 'utf8');
  expect(renderMarkdown(sampleArticle, sampleDocument, { resolveImage })).toBe(expected);
});

test.each([
  [
    'news punctuation',
    'قال: «لا تعليق» (أ ف ب) - 50% & 3.5 < 4؛ #حلب_تضيء، [المحرر] ... 2026/1/27!',
  ],
  ['a dash that is no list', '-40 درجة'],
  ['a number that is no list', '1.5 مليون'],
  ['a hashtag that is no heading', '#عاجل #خبر'],
  ['brackets that are no link', 'قال [هو] ما قال (أمس)'],
  ['an underscore in a word', 'snake_case_word'],
])('nothing is escaped needlessly: %s', (_, words) => {
  expect(bodyOf(paragraph(words))).toBe(words);
});

test.each([
  ['1. أولاً', '1\\. أولاً'],
  ['- بند', '\\- بند'],
  ['# عنوان', '\\# عنوان'],
  ['> قول', '\\> قول'],
  ['---', '\\---'],
  ['[x] تم', '\\[x] تم'],
  ['*نجمة* _خط_ ~شطب~ `رمز`', '\\*نجمة\\* \\_خط\\_ \\~شطب\\~ \\`رمز\\`'],
  ['a <b> &amp; &copy', 'a \\<b> \\&amp; &copy'],
  ['[نص](رابط) و[^1]', '\\[نص](رابط) و\\[^1]'],
  ['www.x.org و http://x.org و a@b.c', 'www\\.x.org و http\\://x.org و a\\@b.c'],
  ['ينتهي \\', 'ينتهي \\\\'],
  [' فراغ  مزدوج ', '&#32;فراغ  مزدوج&#32;'],
])('escapes %s', (words, expected) => {
  expect(bodyOf(paragraph(words))).toBe(expected);
});

test('emphasis is Markdown where all its readers agree, and HTML where they would not', () => {
  expect(bodyOf(paragraph('قال ', text('نعم', 'bold'), ' ثم'))).toBe('قال **نعم** ثم');
  expect(bodyOf(paragraph('ال', text('نعم', 'bold'), 'ات'))).toBe('ال**نعم**ات');
  expect(bodyOf(paragraph(text('«نص»', 'bold'), 'كلمة'))).toBe('<strong>«نص»</strong>كلمة');
  expect(bodyOf(paragraph(text('نص ', 'bold'), 'كلمة'))).toBe('<strong>نص </strong>كلمة');
  expect(bodyOf(paragraph('ال', text('نعم', 'italic'), 'ات'))).toBe('ال<em>نعم</em>ات');
  expect(bodyOf(paragraph(text('أ', 'bold', 'italic'), text(' ب', 'bold')))).toBe('**_أ_ ب**');
  expect(bodyOf(paragraph(text('قديم', 'strike'), ' ', text('تحته', 'underline')))).toBe(
    '~~قديم~~ <u>تحته</u>',
  );
  expect(bodyOf(paragraph('أ', text('😀', 'bold'), 'ب'))).toBe('أ<strong>😀</strong>ب');
});

test('links and code', () => {
  expect(bodyOf(paragraph(text('a]b', link('https://x.org/a_(b)'))))).toBe(
    '[a\\]b](https://x.org/a_(b))',
  );
  expect(bodyOf(paragraph(text('https://x.org/', link('https://x.org/'))))).toBe(
    '<https://x.org/>',
  );
  expect(bodyOf(paragraph('عاجل!', text('هنا', link('https://x.org/)'))))).toBe(
    'عاجل\\![هنا](https://x.org/\\))',
  );
  expect(bodyOf(paragraph(text('a`b*', 'code')))).toBe('``a`b*``');
  expect(bodyOf(paragraph(text('`', 'code')))).toBe('`` ` ``');
});

test('breaks', () => {
  expect(bodyOf(paragraph('أ', hardBreak, '- ب'))).toBe('أ\\\n\\- ب');
  expect(bodyOf(paragraph('أ', hardBreak, '==='))).toBe('أ\\\n\\===');
  expect(bodyOf(paragraph('أ', hardBreak, hardBreak, 'ب'))).toBe('أ<br data-keep><br data-keep>ب');
  expect(bodyOf(paragraph(hardBreak))).toBe('<p dir="auto" data-keep><br data-keep></p>');
  expect(bodyOf(paragraph())).toBe('<p dir="auto" data-keep></p>');
});

test('footnotes are numbered in order and follow the text', () => {
  expect(
    bodyOf(
      paragraph('أ', note(text('أولى'), hardBreak, text('1. سطر')), ': ب', note(text('ثانية'))),
    ),
  ).toBe('أ[^1]\\: ب[^2]\n\n[^1]: أولى\\\n    1\\. سطر\n\n[^2]: ثانية');
});

test('lists: nested, side by side, empty', () => {
  const one = [paragraph('أ')];
  expect(bodyOf(list('bulletList', one, one), list('taskList', one))).toBe('- أ\n- أ\n\n* [ ] أ');
  expect(bodyOf(list('orderedList', one), list('orderedList', one))).toBe('1. أ\n\n1) أ');
  expect(bodyOf(list('bulletList', [paragraph()], [paragraph('ب'), paragraph('ج')]))).toBe(
    '-\n\n- ب\n\n  ج',
  );
  const ordered = { ...list('orderedList', one), attrs: { start: 3 } };
  expect(bodyOf(list('bulletList', [paragraph('ب'), ordered]))).toBe('- ب\n\n  3. أ');
});

test('a fixed direction wraps the blocks that share it', () => {
  const ltr = { dir: 'ltr' };
  expect(
    bodyOf(
      { ...paragraph('One'), attrs: ltr },
      { ...list('bulletList', [paragraph('Two')]), attrs: ltr },
      paragraph('ثلاثة'),
      { type: 'heading', attrs: { level: 3, dir: 'rtl' }, content: [text('Four')] },
    ),
  ).toBe(
    '<div dir="ltr">\n\nOne\n\n- Two\n\n</div>\n\nثلاثة\n\n<div dir="rtl">\n\n### Four\n\n</div>',
  );
});

test('a table that GFM cannot say is HTML', () => {
  expect(
    bodyOf(
      table(
        [cell('tableHeader', 'أ|ب', { align: 'center' }), cell('tableHeader', '')],
        [cell('tableCell', '', { align: 'center' }), cell('tableCell', ' ج')],
      ),
    ),
  ).toBe('| أ\\|ب |  |\n| :-: | --- |\n|  | &#32;ج |');
  expect(bodyOf(table([cell('tableCell', 'أ', { colspan: 2 })]))).toBe(
    '<table>\n<tbody>\n<tr><td colspan="2" dir="auto">أ</td></tr>\n</tbody>\n</table>',
  );
});

test('every field comes back from the front matter', () => {
  fc.assert(
    fc.property(randomFields(), (fields) => {
      const markdown = renderMarkdown({ ...sampleArticle, ...fields }, emptyDocument(), {
        resolveImage,
      });
      const imported = importMarkdown(markdown);
      expect({ ...imported, fields: { ...emptyArticleFields, ...imported.fields } }).toEqual({
        fields,
        doc: emptyDocument().doc,
        changes: [],
      });
    }),
    { numRuns: 1000 },
  );
});
