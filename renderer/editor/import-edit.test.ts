import { expect, test } from 'vitest';
import type { ChangeEdit } from '../../core/importers/import-change-edit.ts';
import { DocumentText } from './document-text.ts';
import { makeImportEdit } from './import-edit.ts';
import { annotation, paragraph, stateOf, text } from './page-document.fixture.ts';

function edited(state: ReturnType<typeof stateOf>, edit: ChangeEdit): string {
  const transaction = makeImportEdit(state, new DocumentText(state.doc), edit);
  if (transaction === undefined) throw new Error('Nothing was done');
  transaction.doc.check();
  return new DocumentText(transaction.doc).text;
}

test('replaces words inside a block and keeps the marks there', () => {
  const state = stateOf([paragraph('قال ', text('سليماً', annotation('a')), ' أمس')]);
  const transaction = makeImportEdit(state, new DocumentText(state.doc), {
    kind: 'replace',
    start: 4,
    end: 10,
    text: 'سليم',
  });
  expect(transaction?.doc.firstChild?.content.toJSON()).toEqual([
    text('قال '),
    text('سليم', annotation('a')),
    text(' أمس'),
  ]);
});

test('tears a paragraph in two and puts it together again', () => {
  const torn = edited(stateOf([paragraph('أول ثان')]), { kind: 'split', at: 3 });
  expect(torn).toBe('أول\nثان');
  expect(edited(stateOf([paragraph('أول'), paragraph('ثان')]), { kind: 'join', at: 3 })).toBe(
    'أول ثان',
  );
});

test.each([
  [0, 'جديد\nآخر\nأول\nثان'],
  [4, 'أول\nجديد\nآخر\nثان'],
  [7, 'أول\nثان\nجديد\nآخر'],
])('puts paragraphs back at %i', (at, expected) => {
  const state = stateOf([paragraph('أول'), paragraph('ثان')]);
  expect(edited(state, { kind: 'insert-paragraphs', at, paragraphs: ['جديد', 'آخر'] })).toBe(
    expected,
  );
});

test('puts paragraphs beside a list, not into it', () => {
  const state = stateOf([
    { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('بند')] }] },
  ]);
  const transaction = makeImportEdit(state, new DocumentText(state.doc), {
    kind: 'insert-paragraphs',
    at: 3,
    paragraphs: ['بعد'],
  });
  expect(transaction?.doc.children.map((node) => node.type.name)).toEqual([
    'bulletList',
    'paragraph',
  ]);
});

test('takes whole paragraphs out, down to an empty page', () => {
  const state = stateOf([paragraph('أول'), paragraph('ثان'), paragraph('ثالث')]);
  expect(edited(state, { kind: 'remove-paragraphs', start: 4, end: 7 })).toBe('أول\nثالث');
  expect(edited(state, { kind: 'remove-paragraphs', start: 0, end: 12 })).toBe('');
});
