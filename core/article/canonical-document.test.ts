import { expect, test } from 'vitest';
import { AppError } from '../errors.ts';
import { canonicalDocument, cleanText, emptyDocument } from './canonical-document.ts';
import type { DocumentNode } from './document.ts';

const around = (...content: DocumentNode[]): DocumentNode => ({
  type: 'doc',
  content: [{ type: 'paragraph', content }],
});

test('puts marks in rank order, joins equal text and fills in attributes', () => {
  const doc = canonicalDocument(
    around(
      {
        type: 'text',
        text: 'صحي',
        marks: [{ type: 'bold' }, { type: 'link', attrs: { href: 'https://a.example/' } }],
      },
      {
        type: 'text',
        text: 'فة',
        marks: [{ type: 'link', attrs: { href: 'https://a.example/' } }, { type: 'bold' }],
      },
    ),
  );
  expect(doc).toEqual({
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        attrs: { dir: 'auto' },
        content: [
          {
            type: 'text',
            text: 'صحيفة',
            marks: [{ type: 'link', attrs: { href: 'https://a.example/' } }, { type: 'bold' }],
          },
        ],
      },
    ],
  });
  expect(canonicalDocument(doc)).toEqual(doc);
});

test('drops control characters and text that becomes empty, keeps tashkeel and direction marks', () => {
  expect(cleanText('مُحَرِّر\u200f\u0000\u0007 a\r\nb\tc\ufeff')).toBe('مُحَرِّر\u200f a b c');
  expect(cleanText('\ud83d وحيد')).toBe('\ufffd وحيد');
  expect(canonicalDocument(around({ type: 'text', text: '\u0001' }))).toEqual(emptyDocument().doc);
});

test('attributes are one line of text, and no link stands around a footnote', () => {
  const link = { type: 'link', attrs: { href: 'https://a.example/' } };
  const doc = canonicalDocument({
    type: 'doc',
    content: [
      { type: 'figure', attrs: { alt: 'سطر\nثان\u0000', credit: '\ud83d' } },
      { type: 'paragraph', content: [{ type: 'footnote', marks: [link, { type: 'bold' }] }] },
    ],
  });
  expect(doc.content?.[0]?.attrs).toMatchObject({ alt: 'سطر ثان', credit: '\ufffd' });
  expect(doc.content?.[1]?.content?.[0]?.marks).toEqual([{ type: 'bold' }]);
});

test.each([
  ['an unknown node', { type: 'doc', content: [{ type: 'video' }] }],
  ['an unknown mark', around({ type: 'text', text: 'ا', marks: [{ type: 'blink' }] })],
  [
    'a script link',
    around({
      type: 'text',
      text: 'ا',
      marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }],
    }),
  ],
  [
    'a direction that is none',
    { type: 'doc', content: [{ type: 'paragraph', attrs: { dir: 'up' } }] },
  ],
  ['a heading of level 1', { type: 'doc', content: [{ type: 'heading', attrs: { level: 1 } }] }],
  [
    'an image from a file path',
    { type: 'doc', content: [{ type: 'figure', attrs: { src: 'file:///etc/passwd' } }] },
  ],
  ['a footnote in a footnote', around({ type: 'footnote', content: [{ type: 'footnote' }] })],
  ['a list without items', { type: 'doc', content: [{ type: 'bulletList' }] }],
  ['an empty document', { type: 'doc' }],
  [
    'a table cell that spans nothing',
    {
      type: 'doc',
      content: [
        {
          type: 'table',
          content: [
            {
              type: 'tableRow',
              content: [
                { type: 'tableCell', attrs: { colspan: 0 }, content: [{ type: 'paragraph' }] },
              ],
            },
          ],
        },
      ],
    },
  ],
])('refuses %s', (_name, doc: DocumentNode) => {
  const attempt = () => canonicalDocument(doc);
  expect(attempt).toThrow(AppError);
  expect(attempt).toThrow(/INVALID_DOCUMENT/);
});
