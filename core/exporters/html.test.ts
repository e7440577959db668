import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { articleFieldsSchema, emptyArticleFields } from '../article/article.ts';
import { emptyDocument, toArticleDocument } from '../article/canonical-document.ts';
import type { DocumentNode } from '../article/document.ts';
import { randomDocument } from '../article/random-document.fixture.ts';
import { importHtml } from '../importers/html.ts';
import { sampleArticle, sampleDocument, sampleImage } from './article.fixture.ts';
import { randomFields } from './random-fields.fixture.ts';
import { renderHtml } from './html.ts';

const pixel = 'data:image/png;base64,iVBORw0KGgo=';
const embed = (src: string) => (src.startsWith('asset:') ? pixel : src);

const page = (content: DocumentNode[], language = 'ar') =>
  renderHtml({ ...sampleArticle, language }, toArticleDocument({ type: 'doc', content }), {
    profile: 'document',
    resolveImage: embed,
  });
const fragment = (content: DocumentNode[]) =>
  renderHtml(sampleArticle, toArticleDocument({ type: 'doc', content }), {
    profile: 'fragment',
    resolveImage: embed,
  });
const paragraph = (text: string, attrs: Record<string, unknown> = {}): DocumentNode => ({
  type: 'paragraph',
  attrs,
  content: [{ type: 'text', text }],
});

const cell = (type: string, attrs = {}) => ({ type, attrs, content: [{ type: 'paragraph' }] });

const table = (attrs = {}): DocumentNode => ({
  type: 'table',
  content: [
    { type: 'tableRow', content: [cell('tableHeader', attrs), cell('tableHeader')] },
    { type: 'tableRow', content: [cell('tableHeader'), cell('tableCell')] },
  ],
});

test('a typical article as a fragment', () => {
  const expected = readFileSync(
    new URL('fixtures/lighting-plan.fragment.html.txt', import.meta.url),
    'utf8',
  );
  const options = { profile: 'fragment', resolveImage: embed } as const;
  expect(renderHtml(sampleArticle, sampleDocument, options)).toBe(expected);
});

test('the page says language, direction and metadata, and fetches and runs nothing', () => {
  const html = renderHtml(sampleArticle, sampleDocument, {
    profile: 'document',
    resolveImage: embed,
  });
  expect(html).toMatch(
    /^<!DOCTYPE html>\n<html lang="ar" dir="rtl">\n<head>\n<meta charset="utf-8">/,
  );
  expect(html).toContain('<title>مجلس البلدية يقرّ خطة لإنارة الأحياء القديمة</title>');
  expect(html).toContain('<meta name="author" content="كريم ناصر">');
  expect(html).toContain('<time datetime="2026-01-28T14:30+03:00">');
  expect(html).toContain('صندوق البلدية &amp; المانحين</p>');
  expect(html).not.toMatch(/<script|<link|@import|url\(|annotation|sample-name/);
  expect(html).not.toMatch(/src="(?!data:)/);
});

test.each([
  ['ar', 'rtl'],
  ['fa-IR', 'rtl'],
  ['ku-Arab', 'rtl'],
  ['ar-Latn', 'ltr'],
  ['en', 'ltr'],
])('a page in %s runs %s', (language, direction) => {
  expect(page([{ type: 'paragraph' }], language)).toContain(
    `<html lang="${language}" dir="${direction}">`,
  );
});

test('a container runs as its text does, and says so only where that is not the direction around it', () => {
  const list = (text: string, attrs = {}): DocumentNode => ({
    type: 'bulletList',
    attrs,
    content: [{ type: 'listItem', content: [paragraph(text)] }],
  });
  expect(fragment([list('نص')])).toContain('<ul>');
  expect(fragment([list('Text')])).toContain('<ul dir="ltr" data-dir="auto">');
  expect(fragment([list('Text', { dir: 'rtl' })])).toContain('<ul dir="rtl">');
  expect(fragment([list('123')])).toContain('<ul>');
  const quote: DocumentNode = { type: 'blockquote', content: [paragraph('Text'), list('نص')] };
  expect(fragment([quote])).toBe(`<blockquote dir="ltr" data-dir="auto">
<p dir="auto">Text</p>
<ul dir="rtl" data-dir="auto">
<li><p dir="auto">نص</p></li>
</ul>
</blockquote>
`);
});

test('an image of the web is a link in a page and an image in a fragment', () => {
  const figure: DocumentNode = {
    type: 'figure',
    attrs: { src: 'https://example.org/a.jpg?b&c', alt: 'جسر' },
  };
  expect(page([figure])).toContain(
    '<p dir="auto" data-type="image"><a href="https://example.org/a.jpg?b&amp;c">جسر</a></p>',
  );
  expect(fragment([figure])).toContain('<img src="https://example.org/a.jpg?b&amp;c" alt="جسر">');
  expect(importHtml(page([figure])).doc).toEqual(importHtml(fragment([figure])).doc);
});

test('an image that cannot be found leaves its alternative text and its place', () => {
  const document = toArticleDocument({
    type: 'doc',
    content: [{ type: 'figure', attrs: { src: sampleImage, alt: 'جسر "قديم"' } }],
  });
  const html = renderHtml(sampleArticle, document, { profile: 'document', resolveImage: () => '' });
  expect(html).toContain('<p dir="auto" data-type="image">جسر "قديم"</p>');
  expect(importHtml(html).doc).toEqual(document.doc);
});

test('embedded images come back as their data: URIs', () => {
  const { doc } = importHtml(fragment([{ type: 'figure', attrs: { src: sampleImage } }]));
  expect(doc.content?.[0]?.attrs?.['src']).toBe(pixel);
});

test('annotations leave no trace', () => {
  const mark = { type: 'annotation', attrs: { id: 'n1', kind: 'name' } };
  const parted: DocumentNode = {
    type: 'paragraph',
    content: [
      { type: 'text', text: 'قال ' },
      { type: 'text', text: ' سامر', marks: [mark] },
      { type: 'text', text: ' أمس' },
    ],
  };
  expect(fragment([parted])).toBe(fragment([paragraph('قال  سامر أمس')]));
});

test('a first row of header cells is the head, unless one of them reaches below it', () => {
  expect(fragment([table()])).toContain('<thead>\n<tr><th scope="col" dir="auto"></th>');
  expect(fragment([table()])).toContain('<tbody>\n<tr><th scope="row" dir="auto"></th>');
  expect(fragment([table({ rowspan: 2 })])).not.toContain('<thead>');
});

test('every field comes back from a page', () => {
  fc.assert(
    fc.property(randomFields(), (fields) => {
      const html = renderHtml({ ...sampleArticle, ...fields }, emptyDocument(), {
        profile: 'document',
        resolveImage: embed,
      });
      expect(importHtml(html)).toEqual({ fields, doc: emptyDocument().doc, changes: [] });
    }),
    { numRuns: 500 },
  );
  expect(articleFieldsSchema.parse(emptyArticleFields)).toEqual(emptyArticleFields);
});

test('a typical page passes html-validate, in both profiles', () => {
  const validator = new HtmlValidate({ root: true, extends: ['html-validate:recommended'] });
  for (const profile of ['document', 'fragment'] as const) {
    const html = renderHtml(sampleArticle, sampleDocument, { profile, resolveImage: embed });
    expect(validator.validateStringSync(html).results).toEqual([]);
  }
});

test('any page passes html-validate', () => {
  const validator = new HtmlValidate({
    root: true,
    extends: ['html-validate:recommended'],
    rules: {
      // A headline is as long as its editor made it.
      'long-title': 'off',
      // A heading or link without words, and the order of headings, are the author's to mend, not the exporter's.
      'empty-heading': 'off',
      'heading-level': 'off',
      'wcag/h30': 'off',
    },
  });
  fc.assert(
    fc.property(randomDocument(), randomFields(), (doc, fields) => {
      const html = renderHtml({ ...sampleArticle, ...fields }, toArticleDocument(doc), {
        profile: 'document',
        resolveImage: embed,
      });
      const [result] = validator.validateStringSync(html).results;
      expect(result?.messages.map(({ ruleId, message }) => `${ruleId}: ${message}`) ?? []).toEqual(
        [],
      );
    }),
    { numRuns: 150 },
  );
});
