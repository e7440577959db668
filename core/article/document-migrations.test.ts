import { expect, test } from 'vitest';
import { emptyDocument } from './canonical-document.ts';
import { migrateDocument } from './document-migrations.ts';

const renameParagraphs = (from: string, to: string) => (doc: { type: string }) =>
  JSON.parse(JSON.stringify(doc).replaceAll(`"${from}"`, `"${to}"`)) as { type: string };

test('leaves a document of the current version as it is', () => {
  const stored = emptyDocument();
  expect(migrateDocument(stored)).toEqual(stored);
});

test('runs every step from the stored version on, in order', () => {
  const steps = [renameParagraphs('para', 'block'), renameParagraphs('block', 'paragraph')];
  const old = { schemaVersion: 1, doc: { type: 'doc', content: [{ type: 'para' }] } };
  const middle = { schemaVersion: 2, doc: { type: 'doc', content: [{ type: 'block' }] } };
  const current = { schemaVersion: 3, doc: { type: 'doc', content: [{ type: 'paragraph' }] } };
  expect(migrateDocument(old, steps, 3)).toEqual(current);
  expect(migrateDocument(middle, steps, 3)).toEqual(current);
});

test('refuses a document of a later program', () => {
  expect(() => migrateDocument({ ...emptyDocument(), schemaVersion: 99 })).toThrow(
    /DOCUMENT_NEWER/,
  );
});
