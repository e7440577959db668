import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DocumentNode } from '../../core/article/document.ts';
import { offsetAt, positionAt, toPlainText } from '../../core/article/plain-text.ts';
import { DocumentText } from './document-text.ts';
import { annotation, paragraph, stateOf, text } from './page-document.fixture.ts';

const words = fc.constantFrom('ميناء', 'رصيف قديم', 'Harbour', '٢٠٢٦', '😀', 'أ');
const inline: fc.Arbitrary<DocumentNode> = fc.oneof(
  { weight: 4, arbitrary: words.map((word) => text(word)) },
  { weight: 1, arbitrary: fc.constant<DocumentNode>({ type: 'hardBreak' }) },
  {
    weight: 2,
    arbitrary: words.map<DocumentNode>((word) => ({ type: 'footnote', content: [text(word)] })),
  },
);
const block: fc.Arbitrary<DocumentNode> = fc.array(inline, { maxLength: 5 }).chain((content) =>
  fc.constantFrom<DocumentNode>(
    paragraph(...content),
    { type: 'heading', content },
    { type: 'figure', content },
    { type: 'horizontalRule' },
    {
      type: 'bulletList',
      content: [
        { type: 'listItem', content: [paragraph(...content)] },
        { type: 'listItem', content: [paragraph(), paragraph(...content)] },
      ],
    },
  ),
);

test('is the plain text of core, with the same offsets and positions', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (content) => {
      const { doc } = stateOf(content);
      const plain = toPlainText(doc.toJSON() as DocumentNode);
      const own = new DocumentText(doc);
      expect(own.text).toBe(plain.text);
      if (plain.blocks.length === 0) return;
      for (let offset = 0; offset <= plain.text.length; offset += 1) {
        expect(own.positionAt(offset)).toBe(positionAt(plain, offset));
        expect(own.positionAt(offset, -1)).toBe(positionAt(plain, offset, -1));
      }
      for (const piece of plain.pieces) {
        for (let i = 0; i <= piece.length; i += 1) {
          expect(own.offsetAt(piece.position + i)).toBe(offsetAt(plain, piece.position + i));
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('gives every place of an annotation, across formatting and in footnotes', () => {
  const { doc } = stateOf([
    paragraph(
      'قال ',
      text('سليم ', annotation('a')),
      text('الحداد', annotation('a'), { type: 'bold' }),
      ' أمس',
      { type: 'footnote', content: [text('عن '), text('سليم', annotation('a'))] },
    ),
    paragraph(text('سليم', annotation('a'), annotation('b', 'source')), ' مرة أخرى'),
  ]);
  const own = new DocumentText(doc);
  const places = Object.fromEntries(own.annotationPlaces());
  expect(places).toEqual({
    a: [
      { start: 4, end: 15, surface: 'سليم الحداد' },
      { start: 20, end: 24, surface: 'سليم' },
      { start: 37, end: 41, surface: 'سليم' },
    ],
    b: [{ start: 20, end: 24, surface: 'سليم' }],
  });
  for (const place of Object.values(places).flat()) {
    expect(own.text.slice(place.start, place.end)).toBe(place.surface);
  }
});

test('gives unchanged blocks as the same JSON objects after a change elsewhere', () => {
  const state = stateOf([paragraph('الأول'), paragraph('الثاني')]);
  const before = new DocumentText(state.doc).toJSON();
  const after = new DocumentText(state.apply(state.tr.insertText('!', 2)).doc).toJSON();
  expect(after.content?.[0]).not.toBe(before.content?.[0]);
  expect(after.content?.[1]).toBe(before.content?.[1]);
});

test('counts the words of the whole text, footnotes included', () => {
  const { doc } = stateOf([
    paragraph('مَدْرَسَةٌ كبيـــرة'),
    paragraph('في ٢٠٢٦', { type: 'footnote', content: [text('عن الوزارة')] }),
  ]);
  expect(new DocumentText(doc).wordCount).toBe(6);
});

test('finds the footnotes where they are in the document', () => {
  const { doc } = stateOf([
    paragraph('أول'),
    paragraph('ثان', { type: 'footnote', content: [text('بيان')] }),
    paragraph({ type: 'footnote' }),
  ]);
  const notes = new DocumentText(doc).footnotes();
  expect(notes.map(({ text: said }) => said)).toEqual(['بيان', '']);
  for (const { position } of notes) expect(doc.nodeAt(position)?.type.name).toBe('footnote');
});
