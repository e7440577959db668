import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleArticle } from '../exporters/article.fixture.ts';
import { renderHtml } from '../exporters/html.ts';
import { canonicalDocument, emptyDocument } from '../article/canonical-document.ts';
import type { DocumentNode } from '../article/document.ts';
import { importHtml } from './html.ts';
import { importMarkdown } from './markdown.ts';

const payloadFile = new URL(
  '../../../shared/data/hostile/dompurify-payloads.json',
  import.meta.url,
);

/** A document in short: type of block, then its text with marks in brackets. */
function outline(node: DocumentNode): string {
  if (node.type === 'hardBreak') return '⏎';
  const inside = (node.content ?? []).map(outline);
  if (node.type === 'text') {
    const marks = (node.marks ?? []).map(({ type, attrs }) =>
      typeof attrs?.['href'] === 'string' ? attrs['href'] : type,
    );
    return marks.length === 0 ? (node.text ?? '') : `${node.text}{${marks.join(' ')}}`;
  }
  const isText = ['paragraph', 'heading', 'pullQuote', 'figure', 'footnote'].includes(node.type);
  return `${node.type}(${inside.join(isText ? '' : ' ')})`;
}

const read = (html: string) => outline(importHtml(html).doc).slice(4, -1);

test('reads a news page: headline, fields, text; lists what it left out', () => {
  const html = `<!doctype html><html lang="ar-SY" dir="rtl"><head><title>جسر جديد | موقع</title>
<meta name="author" content="هدى سالم"><meta property="article:published_time" content="2026-01-28T14:30:00+03:00">
<meta property="article:tag" content="جسور"></head><body>
<header><p>موقع الأخبار</p></header><nav><a href="/">الرئيسية</a><ul><li>سياسة</li></ul></nav>
<article><h1>افتتاح جسر
  جديد</h1><p>افتُتح الجسر <b>اليوم</b> بعد أعمال دامت عامين كاملين.</p>
<aside><h2>اقرأ أيضاً</h2></aside><p>وحضر الافتتاح عدد من الأهالي والمسؤولين في المدينة.</p>
<form><label>بريدك</label></form></article>
<footer>جميع الحقوق محفوظة</footer></body></html>`;
  const { fields, doc, changes } = importHtml(html);
  expect(fields).toEqual({
    headline: 'افتتاح جسر جديد',
    language: 'ar-SY',
    bylines: ['هدى سالم'],
    publishedOn: '2026-01-28T14:30:00+03:00',
    tags: ['جسور'],
  });
  expect(outline(doc)).toBe(
    'doc(paragraph(افتُتح الجسر اليوم{bold} بعد أعمال دامت عامين كاملين.) paragraph(وحضر الافتتاح عدد من الأهالي والمسؤولين في المدينة.))',
  );
  expect(
    changes.map(({ rule, original, place }) => [rule, original, place.before.slice(-5)]),
  ).toEqual([
    ['markup', 'موقع الأخبار', ''],
    ['navigation', 'الرئيسية\nسياسة', ''],
    ['footer', 'جميع الحقوق محفوظة', 'دينة.'],
    ['headline', 'افتتاح جسر جديد', ''],
    ['related-links', 'اقرأ أيضاً', 'لين.\n'],
    ['markup', 'بريدك', 'دينة.'],
  ]);
  for (const { start, end } of changes)
    expect(html.slice(start, end)).toMatch(/^<(\w+)[^]*<\/\1>$/);
});

test.each([
  [
    'marks',
    '<p><b>أ</b><em>ب</em><ins>ج</ins><del>د</del><mark>ه</mark><sup>2</sup><kbd>و</kbd></p>',
    'paragraph(أ{bold}ب{italic}ج{underline}د{strike}ه{highlight}2{superscript}و{code})',
  ],
  [
    'white space',
    '<p>\n  كلمة\n <b> أخرى </b> هنا <br>\n سطر </p>',
    'paragraph(كلمة أخرى {bold}هنا⏎سطر)',
  ],
  ['preformatted lines', '<pre>أ  ب\n  ج</pre>', 'paragraph(أ  ب⏎  ج)'],
  [
    'text without a block',
    'أول<div>ثان<p>ثالث</p>رابع</div>',
    'paragraph(أول) paragraph(ثان) paragraph(ثالث) paragraph(رابع)',
  ],
  [
    'two breaks part paragraphs',
    '<div>أول<br><br>ثان<br>سطر<br></div>',
    'paragraph(أول) paragraph(ثان⏎سطر)',
  ],
  ['empty lines are layout', '<p>أ</p><p>&nbsp;</p><p></p><p>ب</p>', 'paragraph(أ) paragraph(ب)'],
  [
    'levels of headings',
    '<h1>أ</h1><h1>ب</h1><h4>ج</h4><h6>د</h6>',
    'heading(ب) heading(ج) heading(د)',
  ],
  [
    'links',
    '<a href="https://x.org/">أ</a><a href="/p">ب</a><a href="javascript:x()">ج</a>',
    'paragraph(أ{https://x.org/}بج)',
  ],
  [
    'lists in lists',
    '<ul><li>أ<ul><li>ب</li></ul></li><ol><li>ج</li></ol><li></li></ul>',
    'bulletList(listItem(paragraph(أ) bulletList(listItem(paragraph(ب))) orderedList(listItem(paragraph(ج)))))',
  ],
  [
    'task lists',
    '<ul><li><input type="checkbox" checked> أ</li><li><label><input type="checkbox">ب</label></li></ul>',
    'taskList(taskItem(paragraph(أ)) taskItem(paragraph(ب)))',
  ],
  [
    'a heading and an image in a list',
    '<ul><li><h3>أ</h3><img src="https://x.org/a.png" alt=""></li></ul>',
    'bulletList(listItem(paragraph(أ))) figure()',
  ],
  [
    'a quotation with its source',
    '<blockquote><p>أ</p><footer>— <cite>فلان</cite></footer></blockquote>',
    'blockquote(paragraph(أ))',
  ],
  [
    'a table',
    '<table><caption>ع</caption><tr><th>أ</th></tr><tr><td>ب<ul><li>ج</li></ul></td></tr></table>',
    'paragraph(ع) table(tableRow(tableHeader(paragraph(أ))) tableRow(tableCell(paragraph(ب) paragraph(ج))))',
  ],
  [
    'a table that lays out the page',
    '<table><tr><td><h2>أ</h2><p>ب</p></td></tr></table>',
    'heading(أ) paragraph(ب)',
  ],
  [
    'images',
    '<p>أ<img src="https://x.org/a.png">ب</p><img src="a.png"><img src="data:image/svg+xml;base64,AA">',
    'paragraph(أ) figure() paragraph(ب)',
  ],
  [
    'what has no place in an article',
    '<p>أ<script>x</script><svg><text>ب</text></svg><button>ج</button><!-- د --></p><iframe></iframe>',
    'paragraph(أ)',
  ],
  ['a page inside a form', '<form><p>نص الخبر كله هنا</p></form>', 'paragraph(نص الخبر كله هنا)'],
  [
    'footnotes of others',
    '<p>أ<a href="#n1" role="doc-noteref"><sup>1</sup></a></p><ol><li id="n1">حاشية <a role="doc-backlink" href="#r">↩</a></li></ol>',
    'paragraph(أfootnote(حاشية))',
  ],
  [
    'a reference to nowhere',
    '<p>أ<sup><a href="#n" role="doc-noteref">1</a></sup></p>',
    'paragraph(أ1)',
  ],
])('%s', (_, html, expected) => {
  expect(read(html)).toBe(expected);
});

test('keeps direction, alignment, spans, captions and sources of other pages', () => {
  const { doc } = importHtml(`<p dir="RTL">أ</p><div dir="ltr"><p>ب</p></div>
<table dir="rtl"><tr><td colspan="2" style="text-align: center">ج</td><td rowspan="0" align="RIGHT">د</td></tr></table>
<figure><img src="https://x.org/a.png" alt="بديل"><figcaption>شرح <i>مائل</i></figcaption></figure>
<blockquote cite="https://x.org/"><p>ه</p><cite>- فلان</cite></blockquote>`);
  const attributes = doc.content?.map((node) => ({ ...node.attrs }));
  expect(attributes).toEqual([
    { dir: 'rtl' },
    { dir: 'auto' },
    { dir: 'rtl' },
    { src: 'https://x.org/a.png', alt: 'بديل', credit: '', dir: 'auto' },
    { cite: 'https://x.org/', attribution: 'فلان', dir: 'auto' },
  ]);
  const cells = doc.content?.[2]?.content?.[0]?.content?.map((cell) => ({ ...cell.attrs }));
  expect(cells).toEqual([
    { colspan: 2, rowspan: 1, align: 'center' },
    { colspan: 1, rowspan: 1, align: 'right' },
  ]);
  expect(outline(doc)).toContain('figure(شرح مائل{italic})');
});

test('the deepest nesting and an empty file are read', () => {
  expect(importHtml('').doc).toEqual(emptyDocument().doc);
  expect(read(`${'<div>'.repeat(50_000)}نص`)).toBe('paragraph(نص)');
  expect(read(`${'<ul><li>'.repeat(20_000)}نص`)).toContain('نص');
});

const isHarmless = (html: string) => {
  const tags = html.replace(/>[^<]*/g, '>');
  expect(tags).not.toMatch(
    /<(?:script|style|iframe|object|embed|svg|math|form|template)|\son\w+=|javascript:|style=/i,
  );
};

test('any markup gives a document that is canonical and harmless', () => {
  const piece = fc.constantFrom(
    '<p>',
    '</p>',
    '<div>',
    '</div>',
    '<b>',
    '</i>',
    '<i>',
    '<ul>',
    '<li>',
    '</ul>',
    '<table>',
    '<tr>',
    '<td>',
    '</table>',
    '<blockquote>',
    '<h1>',
    '<h3 dir=rtl>',
    '<br>',
    '<hr>',
    '<img src=x onerror=y>',
    '<figure>',
    '<figcaption>',
    '<aside data-type="pull-quote">',
    '<a href="javascript:x">',
    '<a href=https://x.org>',
    '<sup>',
    '<sub>',
    '<pre>',
    '<code>',
    '<script>',
    '</script>',
    '<style>',
    '<svg>',
    '<math>',
    '<span data-type="footnote">',
    '<span data-type="space">',
    '<li id="n">',
    '<a role="doc-noteref" href="#n">',
    '<template>',
    '<select>',
    '<title>',
    'نص',
    ' ',
    '\n',
    'text',
    '&nbsp;',
    '&lt;',
    '<!--',
    '-->',
    '<![CDATA[',
    '\u0000',
    '"',
    '<',
    '<input type=checkbox>',
    '<header>',
    '<article>',
    '<main>',
  );

  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      const { doc } = importHtml(pieces.join(''));
      expect(canonicalDocument(doc)).toEqual(doc);
      const options = { profile: 'fragment', resolveImage: (src: string) => src } as const;
      const html = renderHtml(sampleArticle, { schemaVersion: 1, doc }, options);
      isHarmless(html);
      expect(importHtml(html).doc).toEqual(doc);
    }),
    { numRuns: 1000 },
  );
});

test.skipIf(!existsSync(payloadFile))(
  "DOMPurify's payloads come out harmless (skipped where the shared data is not there)",
  () => {
    const { payloads } = JSON.parse(readFileSync(payloadFile, 'utf8')) as {
      payloads: { payload: string }[];
    };
    expect(payloads.length).toBeGreaterThan(100);
    for (const { doc } of payloads.flatMap(({ payload }) => [
      importHtml(payload),
      importMarkdown(payload),
    ])) {
      expect(canonicalDocument(doc)).toEqual(doc);
      for (const profile of ['document', 'fragment'] as const) {
        const html = renderHtml(
          sampleArticle,
          { schemaVersion: 1, doc },
          { profile, resolveImage: (src) => src },
        );
        isHarmless(html.replace(/<style>[^]*<\/style>/, ''));
      }
    }
  },
);
