import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { canonicalDocument, emptyDocument } from '../article/canonical-document.ts';
import type { DocumentNode } from '../article/document.ts';
import { importMarkdown } from './markdown.ts';

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

const read = (markdown: string) => outline(importMarkdown(markdown).doc).slice(4, -1);

test.each([
  ['soft line ends are spaces', 'أول\nثان  \nثالث', 'paragraph(أول ثان⏎ثالث)'],
  ['setext headings', 'أ\n---\n\nنص', 'heading(أ) paragraph(نص)'],
  [
    'reference links',
    '[نص][م] و[آخر]\n\n[م]: https://x.org/\n[آخر]: /p',
    'paragraph(نص{https://x.org/} وآخر)',
  ],
  [
    'addresses',
    'https://x.org/ و a@b.org',
    'paragraph(https://x.org/{https://x.org/} و a@b.org{mailto:a@b.org})',
  ],
  [
    'code',
    '`ر  م`\n\n```js\na\n  b\n```\n\n    c',
    'paragraph(ر  م{code}) paragraph(a{code}⏎  b{code}) paragraph(c{code})',
  ],
  [
    'loose and nested lists',
    '- أ\n\n  ب\n- ج\n  1. د',
    'bulletList(listItem(paragraph(أ) paragraph(ب)) listItem(paragraph(ج) orderedList(listItem(paragraph(د)))))',
  ],
  [
    'items with and without boxes',
    '- [x] أ\n- ب',
    'taskList(taskItem(paragraph(أ))) bulletList(listItem(paragraph(ب)))',
  ],
  ['quotations in quotations', '> أ\n> > ب', 'blockquote(paragraph(أ) blockquote(paragraph(ب)))'],
  [
    'images',
    '![بديل](https://x.org/a.png "شرح")\n\nأ ![](https://x.org/b.png) ب',
    'figure(شرح) paragraph(أ) figure() paragraph(ب)',
  ],
  [
    'a table',
    '| أ | ب |\n|:-:|---|\n| ج |',
    'table(tableRow(tableHeader(paragraph(أ)) tableHeader(paragraph(ب))) tableRow(tableCell(paragraph(ج)) tableCell(paragraph())))',
  ],
  [
    'footnotes, used twice and unused',
    'أ[^1] ب[^1]\n\n[^1]: حاشية\n\n    سطر\n\n[^2]: متروكة',
    'paragraph(أfootnote(حاشية⏎سطر) بfootnote(حاشية⏎سطر)) paragraph(متروكة)',
  ],
  [
    'HTML blocks',
    '<div align="center">\n\n**أ**\n\n</div>\n\n<table><tr><td>ب</td></tr></table>',
    'paragraph(أ{bold}) table(tableRow(tableCell(paragraph(ب))))',
  ],
  [
    'HTML left open ends with its block',
    'أ <b>ب\n\nج\n\n<!-- د\n\nه',
    'paragraph(أ ب{bold}) paragraph(ج)',
  ],
  [
    'tags that would swallow the text',
    'أ <textarea> ب <script> ج\n\nد',
    'paragraph(أ  ب  ج) paragraph(د)',
  ],
  [
    'a fixed direction around blocks',
    '<div dir="ltr">\n\nOne\n\n<div dir="rtl">\n\nثان\n\n</div>\n\n</div>',
    'paragraph(One) paragraph(ثان)',
  ],
])('%s', (_, markdown, expected) => {
  expect(read(markdown)).toBe(expected);
});

test('directions', () => {
  const { doc } = importMarkdown('<div dir="ltr">\n\nOne\n\n- Two\n\n</div>\n\nثلاثة');
  expect(doc.content?.map(({ attrs }) => attrs?.['dir'])).toEqual(['ltr', 'ltr', 'auto']);
  expect(doc.content?.[1]?.content?.[0]?.content?.[0]?.attrs?.['dir']).toBe('auto');
});

test('a first heading of level 1 is the headline, unless the front matter has one', () => {
  const { fields, doc, changes } = importMarkdown('# عنوان **مهم**\n\nنص');
  expect(fields).toEqual({ headline: 'عنوان مهم' });
  expect(outline(doc)).toBe('doc(paragraph(نص))');
  expect(changes).toMatchObject([{ kind: 'headline', start: 0, end: 15, original: 'عنوان مهم' }]);
  expect(read('نص\n\n# عنوان')).toBe('paragraph(نص) heading(عنوان)');
  const named = importMarkdown('---\ntitle: آخر\n---\n\n# عنوان');
  expect(named.fields).toEqual({ headline: 'آخر' });
  expect(outline(named.doc)).toBe('doc(heading(عنوان))');
});

test('front matter of others: usual names, wrong values left out', () => {
  const { fields } = importMarkdown(
    '---\ntitle: 2026\nauthor: سلمى، كريم\ndate: 2026-01-28\ntags: [أ, ب]\nlang: ar\nstatus: live\nlayout: post\n---\n',
  );
  expect(fields).toEqual({
    headline: '2026',
    bylines: ['سلمى', 'كريم'],
    publishedOn: '2026-01-28',
    tags: ['أ', 'ب'],
    language: 'ar',
  });
});

test('what only looks like front matter stays in the text', () => {
  const broken = importMarkdown('---\nheadline: "مفتوح\nkicker: [\n---\n\nنص');
  expect(broken.fields).toEqual({});
  expect(outline(broken.doc)).toBe('doc(paragraph(headline: "مفتوح⏎kicker: [) paragraph(نص))');
  expect(read('---\n\nنص بين خطين\n\n---\n\nآخر')).toBe(
    'horizontalRule() paragraph(نص بين خطين) horizontalRule() paragraph(آخر)',
  );
  expect(importMarkdown('---\n---\n\nنص').fields).toEqual({});
});

test('the deepest nesting and an empty file are read', () => {
  expect(importMarkdown('').doc).toEqual(emptyDocument().doc);
  expect(read(`${'> '.repeat(3000)}نص`)).toContain('نص');
  expect(read(`${'<div>'.repeat(20_000)}نص`)).toBe('paragraph(نص)');
});

for (const name of ['commonmark-0.31.2-spec.json', 'gfm-0.29-spec.json']) {
  const file = new URL(`../../../shared/schemas/markdown/${name}`, import.meta.url);
  test.skipIf(!existsSync(file))(
    `every example of ${name} gives a canonical document (skipped where the shared data is not there)`,
    () => {
      const examples = JSON.parse(readFileSync(file, 'utf8')) as { markdown: string }[];
      expect(examples.length).toBeGreaterThan(600);
      for (const { markdown } of examples) {
        const { doc } = importMarkdown(markdown);
        expect(canonicalDocument(doc)).toEqual(doc);
      }
    },
  );
}
