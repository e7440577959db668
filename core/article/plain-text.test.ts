import { Node } from '@tiptap/pm/model';
import { expect, test } from 'vitest';
import { canonicalDocument } from './canonical-document.ts';
import type { DocumentNode } from './document.ts';
import { documentSchema } from './document-schema.ts';
import { nodeSize, offsetAt, positionAt, toPlainText } from './plain-text.ts';

const text = (value: string, ...marks: string[]): DocumentNode => ({
  type: 'text',
  text: value,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
});
const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', content });

const sample = canonicalDocument({
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [text('ميناء المدينة')] },
    paragraph(
      text('افتُتح '),
      text('الميناء', 'bold'),
      { type: 'footnote', content: [text('بيان البلدية')] },
      text(' أمس'),
      { type: 'hardBreak' },
      text('بعد عامين'),
    ),
    { type: 'horizontalRule' },
    {
      type: 'bulletList',
      content: [
        { type: 'listItem', content: [paragraph(text('رصيف'))] },
        { type: 'listItem', content: [paragraph()] },
      ],
    },
    {
      type: 'figure',
      attrs: { src: '', alt: '', credit: 'أرشيف' },
      content: [text('الرصيف 😀 الجديد')],
    },
  ],
});

test('gives one line a block, hard breaks as line breaks and footnotes last', () => {
  expect(toPlainText(sample).text).toBe(
    'ميناء المدينة\nافتُتح الميناء أمس\nبعد عامين\nرصيف\n\nالرصيف 😀 الجديد\nبيان البلدية',
  );
});

test('maps every character to the position that ProseMirror gives it, and back', () => {
  const plain = toPlainText(sample);
  const node = Node.fromJSON(documentSchema, sample);
  for (const piece of plain.pieces) {
    for (let i = 0; i < piece.length; i += 1) {
      const offset = piece.offset + i;
      const position = positionAt(plain, offset);
      expect(node.textBetween(position, position + 1, '', '\n')).toBe(plain.text[offset]);
      expect(offsetAt(plain, position)).toBe(offset);
    }
  }
});

test('maps the end of a span to the end of its words, not to the start of the next block', () => {
  const plain = toPlainText(sample);
  const node = Node.fromJSON(documentSchema, sample);
  for (const words of ['المدينة', 'الميناء أمس', 'رصيف', 'بيان البلدية', 'الجديد']) {
    const start = plain.text.lastIndexOf(words);
    const from = positionAt(plain, start);
    const to = positionAt(plain, start + words.length, -1);
    const found = node.textBetween(from, to, '', (leaf) =>
      leaf.type.name === 'footnote' ? '' : '\n',
    );
    expect(found.replace('بيان البلدية', words === 'بيان البلدية' ? words : '')).toBe(words);
  }
});

test('gives an empty block its own position', () => {
  const plain = toPlainText(sample);
  const empty = plain.blocks.findIndex((block) => block.start === block.end);
  const block = plain.blocks[empty];
  expect(block && positionAt(plain, block.start)).toBe(block?.position);
  expect(block && offsetAt(plain, block.position)).toBe(block?.start);
});

test('gives positions after a footnote to the block around it', () => {
  const plain = toPlainText(
    canonicalDocument({
      type: 'doc',
      content: [
        paragraph(text('قال'), { type: 'footnote', content: [text('هامش')] }),
        paragraph(text('ثم')),
      ],
    }),
  );
  const afterNote = 1 + 3 + 6;
  expect(offsetAt(plain, afterNote)).toBe(3);
});

test('counts node sizes as ProseMirror does', () => {
  expect(nodeSize(sample)).toBe(Node.fromJSON(documentSchema, sample).nodeSize);
});

test('refuses offsets outside the text', () => {
  const plain = toPlainText(sample);
  expect(() => positionAt(plain, -1)).toThrow(RangeError);
  expect(() => positionAt(plain, plain.text.length + 1)).toThrow(RangeError);
});
