import * as fc from 'fast-check';
import { canonicalDocument } from './canonical-document.ts';
import { directions } from './document.ts';
import type { DocumentMark, DocumentNode } from './document.ts';

/**
 * For tests only: any document the schema allows, canonical, with text that is hostile to every format it may be
 * written in. Mixed directions, all nodes and marks, lists in lists, tables of any shape.
 */
export function randomDocument(): fc.Arbitrary<DocumentNode> {
  return fc
    .array(block(2), { minLength: 1, maxLength: 5, size: 'max' })
    .map((content) => canonicalDocument({ type: 'doc', content }));
}

/** A document as it leaves the program: canonical, without annotations. */
export function withoutAnnotationMarks(doc: DocumentNode): DocumentNode {
  const strip = (each: DocumentNode): DocumentNode => ({
    ...each,
    ...(each.marks && { marks: each.marks.filter((mark) => mark.type !== 'annotation') }),
    ...(each.content && { content: each.content.map(strip) }),
  });
  return canonicalDocument(strip(doc));
}

/** Text of any kind that may stand in an attribute or a text node. */
export function randomText(): fc.Arbitrary<string> {
  return fc
    .array(
      fc.oneof(
        { weight: 3, arbitrary: word },
        hostile,
        fc.string({ unit: 'binary', maxLength: 4 }),
      ),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    .map((parts) => parts.join(''));
}

const word = fc.constantFrom(
  'خبر',
  'عاجل',
  ' ',
  ' ',
  'مُحَرِّر',
  'كتبٌ',
  'press',
  'a',
  '، ',
  '.',
  '«نص»',
  '٢٠٢٦',
  '2026',
  '#غزة_الآن',
);

const hostile = fc.constantFrom(
  '*',
  '**',
  '_',
  '__',
  '~',
  '~~',
  '`',
  '``',
  '```',
  '<',
  '>',
  '> ',
  '&',
  '&amp;',
  '&lt;b&gt;',
  '&#35;',
  '|',
  '||',
  '[x]',
  '[ ] ',
  '[x] ',
  '[^1]',
  '[^1]: ',
  '[a](b)',
  '[a]: http://a.b',
  '![a](b)',
  '](',
  ']',
  '[',
  '(',
  ')',
  '!',
  ':',
  '1.',
  '1. ',
  '1) ',
  '10. ',
  '- ',
  '-',
  '+ ',
  '+',
  '* ',
  '# ',
  '#',
  '## ',
  ' #',
  '#غزة',
  '---',
  '- - -',
  '===',
  '=',
  '--- | ---',
  '| --- |',
  ':--',
  '***',
  '___',
  '~~~',
  '\\',
  '\\\\',
  '\\*',
  'a\\',
  '  ',
  '   ',
  ' ',
  '\u00a0',
  '\u00a0 ',
  '\u200f',
  '\u200e',
  '\u202b',
  '\u061c',
  '\u200d',
  '\u200b',
  '\u2003',
  '\u064b',
  '\u0301',
  '\u0651',
  '👩‍👩‍👧',
  '🇸🇾',
  '😀',
  '€',
  '\ud83d',
  '\ufeff',
  '\u0000',
  '\n',
  '\r\n',
  '\t',
  '\u2028',
  '\u0085',
  'www.example.org',
  'http://example.org/a_b',
  'https://example.org',
  'a@b.c',
  'mailto:a@b.c',
  'xmpp:a@b.c',
  'ftp://a.b',
  '<b>',
  '</p>',
  '<!-- x',
  '-->',
  '<!-- x -->',
  '<![CDATA[x]]>',
  '<?x?>',
  '<script>',
  '<div dir="rtl">',
  '</div>',
  '<br>',
  '<http://a.b>',
  '<a@b.c>',
  '"',
  "'",
  '{',
  '}',
  '%',
  '$1',
  '$&',
  '\\n',
  '&nbsp;',
  '&#32;',
  'title: x',
  '- a\n- b',
  '    code',
);

const dir = fc.oneof({ weight: 4, arbitrary: fc.constant('auto') }, fc.constantFrom(...directions));
const address = fc.constantFrom(
  'https://example.org/',
  'http://example.org/a_(b)_c?x=1&y=2&amp;z#"\'<>`|*[]\\',
  'mailto:desk@example.org',
  'https://أخبار.example/خبر',
);
const optionalText = fc.oneof(fc.constant(''), randomText());

const mark: fc.Arbitrary<DocumentMark> = fc.oneof(
  ...['bold', 'italic', 'underline', 'strike', 'highlight', 'superscript', 'subscript', 'code'].map(
    (type) => fc.constant({ type }),
  ),
  address.map((href) => ({ type: 'link', attrs: { href } })),
  fc.record({
    type: fc.constant('annotation'),
    attrs: fc.record({
      id: fc.constantFrom('a', 'b'),
      kind: fc.constantFrom('name', 'date', 'source'),
    }),
  }),
);

/** No two of a kind, and not both scripts, as the schema has it. */
const marks: fc.Arbitrary<DocumentMark[]> = fc.oneof(
  { weight: 2, arbitrary: fc.constant<DocumentMark[]>([]) },
  fc.uniqueArray(mark, {
    maxLength: 4,
    selector: ({ type, attrs }) =>
      type === 'subscript'
        ? 'superscript'
        : typeof attrs?.['id'] === 'string'
          ? type + attrs['id']
          : type,
  }),
);

const text = fc
  .record({ type: fc.constant('text'), text: randomText(), marks })
  .filter((node) => node.text !== '');
const hardBreak = fc.record({ type: fc.constant('hardBreak'), marks });
const footnote = fc.record({
  type: fc.constant('footnote'),
  marks,
  content: fc.array(fc.oneof({ weight: 4, arbitrary: text }, hardBreak), { maxLength: 3 }),
});
const inline: fc.Arbitrary<DocumentNode[]> = fc.array(
  fc.oneof({ weight: 6, arbitrary: text }, hardBreak, footnote),
  { maxLength: 5 },
);

const paragraph = nodeOf('paragraph', { dir }, inline);
const quoteAttributes = { cite: fc.oneof(fc.constant(''), address), attribution: optionalText };

function block(depth: number): fc.Arbitrary<DocumentNode> {
  return fc.oneof(
    { weight: 4, arbitrary: paragraph },
    { weight: 2, arbitrary: heading() },
    { weight: 4, arbitrary: list(depth) },
    { weight: 2, arbitrary: blockquote(depth) },
    nodeOf('pullQuote', { ...quoteAttributes, dir }, inline),
    figure(),
    table(),
    fc.constant({ type: 'horizontalRule' }),
  );
}

function heading(): fc.Arbitrary<DocumentNode> {
  return nodeOf('heading', { level: fc.constantFrom(2, 3, 4), dir }, inline);
}

function figure(): fc.Arbitrary<DocumentNode> {
  const src = fc.constantFrom(
    '',
    `asset:${'0a'.repeat(32)}`,
    'https://example.org/صورة_(1).jpg?a=1&b=2',
  );
  return nodeOf('figure', { src, alt: optionalText, credit: optionalText, dir }, inline);
}

function list(depth: number): fc.Arbitrary<DocumentNode> {
  const some = (type: string, attrs: Record<string, fc.Arbitrary<unknown>>) =>
    fc.array(nodeOf(type, attrs, itemContent(depth)), { minLength: 1, maxLength: 3 });
  const start = fc.constantFrom(1, 1, 0, 7, 999_999_999);
  return fc.oneof(
    nodeOf('bulletList', { dir }, some('listItem', {})),
    nodeOf('orderedList', { dir, start }, some('listItem', {})),
    nodeOf('taskList', { dir }, some('taskItem', { checked: fc.boolean() })),
  );
}

function itemContent(depth: number): fc.Arbitrary<DocumentNode[]> {
  if (depth === 0) return paragraph.map((only) => [only]);
  const more = fc.oneof(paragraph, list(depth - 1), blockquote(depth - 1));
  return fc
    .tuple(paragraph, fc.array(more, { maxLength: 2 }))
    .map(([first, others]) => [first, ...others]);
}

function blockquote(depth: number): fc.Arbitrary<DocumentNode> {
  const leaves = [paragraph, heading()];
  const content = depth === 0 ? leaves : [...leaves, list(depth - 1), blockquote(depth - 1)];
  return nodeOf(
    'blockquote',
    { ...quoteAttributes, dir },
    fc.array(fc.oneof(...content), { minLength: 1, maxLength: 3 }),
  );
}

/** Half of them as Markdown can say them: one row of headings, one paragraph a cell, no spans. */
function table(): fc.Arbitrary<DocumentNode> {
  const plain = fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
    .chain(([columns, rows]) =>
      fc
        .tuple(
          fc.array(alignment, { minLength: columns, maxLength: columns }),
          fc.array(fc.array(inline, { minLength: columns, maxLength: columns }), {
            minLength: rows,
            maxLength: rows,
          }),
        )
        .map(([aligns, texts]) =>
          texts.map((row, index) => ({
            type: 'tableRow',
            content: row.map((content, column) => ({
              type: index === 0 ? 'tableHeader' : 'tableCell',
              attrs: { align: aligns[column] },
              content: [{ type: 'paragraph', content }],
            })),
          })),
        ),
    );
  const span = fc.constantFrom(1, 1, 1, 2, 3);
  const cell = (type: string) =>
    nodeOf(
      type,
      { colspan: span, rowspan: span, align: alignment },
      fc.array(paragraph, { minLength: 1, maxLength: 2 }),
    );
  const row = nodeOf(
    'tableRow',
    {},
    fc.array(fc.oneof(cell('tableHeader'), cell('tableCell')), { minLength: 1, maxLength: 3 }),
  );
  const wild = fc.array(row, { minLength: 1, maxLength: 3 });
  return nodeOf('table', { dir }, fc.oneof<fc.Arbitrary<DocumentNode[]>[]>(plain, wild));
}

const alignment = fc.constantFrom(null, null, 'left', 'center', 'right');

function nodeOf(
  type: string,
  attrs: Record<string, fc.Arbitrary<unknown>>,
  content: fc.Arbitrary<DocumentNode[]>,
): fc.Arbitrary<DocumentNode> {
  return fc.record({ type: fc.constant(type), attrs: fc.record(attrs), content });
}
