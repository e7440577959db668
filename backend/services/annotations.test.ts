import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AnnotationInput } from '../../core/article/annotation.ts';
import { toArticleDocument } from '../../core/article/canonical-document.ts';
import type { DocumentNode } from '../../core/article/document.ts';
import { toPlainText } from '../../core/article/plain-text.ts';
import type { Library } from '../library.ts';
import { makeLibrary } from '../library.fixture.ts';
import { findAnnotationPlaces } from './annotation-places.ts';
import { removeAnnotation, writeAnnotation } from './annotations.ts';
import { createArticle, openArticle, saveArticle } from './articles.ts';

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
  expect(writeAnnotation(library, { articleId: article.id, annotation: record })).toEqual({
    ...record,
    places: [],
  });
  const save = (baseRevision: number, ...content: DocumentNode[]) =>
    saveArticle(library, {
      id: article.id,
      baseRevision,
      document: toArticleDocument({ type: 'doc', content }),
    }).annotations;
  const unknown = library.newId();
  const marked = block(text('قالت '), text('نور', record.id), text(' أمس', unknown));
  expect(save(1, marked)).toEqual([{ ...record, places: [{ start: 5, end: 8, surface: 'نور' }] }]);
  expect(save(2, block(text('مقدمة')), marked)[0]?.places).toEqual([
    { start: 11, end: 14, surface: 'نور' },
  ]);
  expect(save(3, block(text('مقدمة')))[0]?.places).toEqual([]);
  // The mark of an id that nobody knows stays in the text.
  save(4, marked);
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
  const put = (annotation: AnnotationInput) =>
    writeAnnotation(library, { articleId: article.id, annotation });
  expect(put(record)).toEqual({ ...record, places });
  const changed = { ...name(library, 'نور الدين'), id: record.id };
  expect(put(changed)).toEqual({ ...changed, places });
  removeAnnotation(library, { articleId: article.id, id: record.id });
  expect(openArticle(library, article.id).annotations).toEqual([]);
  expect(() => removeAnnotation(library, { articleId: article.id, id: record.id })).toThrow(
    'NOT_FOUND',
  );
});
