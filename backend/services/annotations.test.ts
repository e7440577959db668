import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AnnotationInput } from '../../core/article/annotation.ts';
import { toArticleDocument } from '../../core/article/canonical-document.ts';
import type { DocumentNode } from '../../core/article/document.ts';
import { toPlainText } from '../../core/article/plain-text.ts';
import type { Library } from '../library.ts';
import { makeLibrary } from '../library.fixture.ts';
import { findAnnotationPlaces } from './annotation-places.ts';
import { createArticle, openArticle, saveArticle } from './articles.ts';

/** Whatever entry of the directory the backend has made. */
const anId: unknown = expect.stringMatching(/^[0-9a-f-]{36}$/);

function text(value: string, ...ids: string[]): DocumentNode {
  const marks = ids.map((id) => ({ type: 'annotation', attrs: { id, kind: 'name' } }));
  return { type: 'text', text: value, ...(marks.length > 0 ? { marks } : {}) };
}

function bold(value: string, ...ids: string[]): DocumentNode {
  const node = text(value, ...ids);
  return { ...node, marks: [...(node.marks ?? []), { type: 'bold' }] };
}

function block(...content: DocumentNode[]): DocumentNode {
  return { type: 'paragraph', content };
}

function name(library: Library, value = 'نور'): AnnotationInput {
  return {
    id: library.newId(),
    value: { kind: 'name', name: value, nameKind: 'person', role: '', note: '' },
    state: 'accepted',
    origin: 'editor',
  };
}

test('joins pieces that touch in one block and keeps blocks apart', () => {
  const doc: DocumentNode = {
    type: 'doc',
    content: [
      block(text('قالت '), text('نور ', 'a'), bold('الدين', 'a'), text(' و'), text('نور', 'a')),
      block(
        text('نور', 'a'),
        { type: 'footnote', content: [text('نور', 'b')] },
        text(' حلب', 'a', 'b'),
      ),
      block({ type: 'hardBreak' }, text('x', 'b')),
    ],
  };
  const plain = toPlainText(doc);
  const places = findAnnotationPlaces(doc);
  expect(places.map(({ start, end }) => plain.text.slice(start, end))).toEqual(
    places.map(({ surface }) => surface),
  );
  expect(places.map(({ id, surface }) => [id, surface])).toEqual([
    ['a', 'نور الدين'],
    ['a', 'نور'],
    ['a', 'نور حلب'],
    ['b', ' حلب'],
    ['b', 'x'],
    ['b', 'نور'],
  ]);
});

test('agrees with the plain text of any document', () => {
  const inline = fc.oneof(
    fc
      .record({ value: fc.string({ minLength: 1 }), ids: fc.subarray(['a', 'b', 'c']) })
      .map(({ value, ids }) => text(value, ...ids)),
    fc.constant<DocumentNode>({ type: 'hardBreak' }),
    fc.string({ minLength: 1 }).map((value): DocumentNode => ({
      type: 'footnote',
      content: [text(value, 'd')],
    })),
  );
  const paragraph = fc.array(inline).map((content) => block(...content));
  const tree = fc.oneof(
    paragraph,
    fc.constant<DocumentNode>({ type: 'horizontalRule' }),
    fc
      .array(paragraph, { minLength: 1 })
      .map((content): DocumentNode => ({ type: 'blockquote', content })),
  );
  fc.assert(
    fc.property(fc.array(tree), (content) => {
      const doc: DocumentNode = { type: 'doc', content };
      const plain = toPlainText(doc).text;
      for (const { start, end, surface } of findAnnotationPlaces(doc)) {
        expect(plain.slice(start, end)).toBe(surface);
      }
    }),
  );
});

test('follows an annotation through edits of the text', () => {
  const library = makeLibrary();
  const { article } = createArticle(library, { fields: {} });
  const record = name(library);
  const save = (baseRevision: number, content: DocumentNode[], records: AnnotationInput[] = []) =>
    saveArticle(library, {
      id: article.id,
      baseRevision,
      document: toArticleDocument({ type: 'doc', content }),
      records,
    }).annotations;
  const unknown = library.newId();
  const marked = block(text('قالت '), text('نور', record.id), text(' أمس', unknown));
  expect(save(1, [marked], [record])).toEqual([
    { ...record, places: [{ start: 5, end: 8, surface: 'نور' }], entityId: anId },
  ]);
  expect(save(2, [block(text('مقدمة')), marked])[0]?.places).toEqual([
    { start: 11, end: 14, surface: 'نور' },
  ]);
  expect(save(3, [block(text('مقدمة'))])[0]?.places).toEqual([]);
  // The mark of an id that nobody knows stays in the text.
  save(4, [marked]);
  expect(JSON.stringify(openArticle(library, article.id).document)).toContain(unknown);
});

test('finds marks that were saved before their record, changes a record, removes it', () => {
  const library = makeLibrary();
  const record = name(library);
  const { article } = createArticle(library, {
    fields: {},
    document: toArticleDocument({ type: 'doc', content: [block(text('نور', record.id))] }),
  });
  const places = [{ start: 0, end: 3, surface: 'نور' }];
  const save = (
    baseRevision: number,
    records: { records?: AnnotationInput[]; removedRecords?: string[] },
  ) => saveArticle(library, { id: article.id, baseRevision, ...records });
  expect(save(1, { records: [record] }).annotations).toEqual([
    { ...record, places, entityId: anId },
  ]);
  const changed = { ...name(library, 'نور الدين'), id: record.id };
  expect(save(2, { records: [changed] })).toMatchObject({
    article: { revision: 3 },
    annotations: [{ ...changed, places }],
  });
  expect(save(3, { records: [changed] }).article.revision).toBe(3);
  expect(save(3, { removedRecords: [record.id] })).toMatchObject({
    article: { revision: 4 },
    annotations: [],
  });
  expect(save(4, { removedRecords: [record.id] }).article.revision).toBe(4);
});

test('a save that comes too late writes no record and removes none', () => {
  const library = makeLibrary();
  const { article } = createArticle(library, { fields: {} });
  const record = name(library);
  saveArticle(library, { id: article.id, baseRevision: 1, records: [record] });
  const late = { ...name(library, 'غيره'), id: record.id };
  for (const records of [{ records: [late] }, { removedRecords: [record.id] }]) {
    expect(() => saveArticle(library, { id: article.id, baseRevision: 1, ...records })).toThrow(
      'CONFLICT',
    );
  }
  expect(openArticle(library, article.id).annotations).toEqual([
    { ...record, places: [], entityId: anId },
  ]);
});
