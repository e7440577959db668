import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalDocument } from '../../core/article/canonical-document.ts';
import type { DocumentNode } from '../../core/article/document.ts';
import { documentSchemaVersion } from '../../core/article/document-schema.ts';
import { toPlainText } from '../../core/article/plain-text.ts';
import { randomDocument } from '../../core/article/random-document.fixture.ts';
import { AppError } from '../../core/errors.ts';
import { prepareDocument, summarizeText } from './prepare-document.ts';

const schemaVersion = documentSchemaVersion;

function failure(work: () => unknown): AppError | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

test('says block by block what the schema says of the whole, whether blocks were met before or not', () => {
  fc.assert(
    fc.property(randomDocument(), fc.nat(), fc.nat(), (first, from, to) => {
      // The same blocks again in another order, with some of them twice.
      const blocks = first.content ?? [];
      const content = [...blocks.slice(from % blocks.length), ...blocks.slice(0, to % 3)];
      for (const doc of [first, { type: 'doc', content }, first]) {
        const canonical = canonicalDocument(doc);
        const prepared = prepareDocument({ schemaVersion, doc });
        expect({ ...prepared, json: Buffer.concat(prepared.json).toString() }).toEqual({
          doc: canonical,
          schemaVersion,
          json: JSON.stringify({ schemaVersion, doc: canonical }),
          ...summarizeText(toPlainText(canonical).text),
        });
      }
    }),
    { numRuns: 300 },
  );
});

const paragraph: DocumentNode = { type: 'paragraph', content: [{ type: 'text', text: 'خبر' }] };

test.each<[string, unknown]>([
  ['no blocks', { type: 'doc', content: [] }],
  ['no content', { type: 'doc' }],
  ['text outside of blocks', { type: 'doc', content: [paragraph, { type: 'text', text: 'خ' }] }],
  ['a document in the document', { type: 'doc', content: [{ type: 'doc', content: [paragraph] }] }],
  ['a list item alone', { type: 'doc', content: [{ type: 'listItem', content: [paragraph] }] }],
  ['an unknown block', { type: 'doc', content: [paragraph, { type: 'script' }] }],
  ['a block that is none', { type: 'doc', content: [paragraph, null] }],
  ['content that is no list', { type: 'doc', content: 'خبر' }],
])('refuses %s for the reason the schema gives', (_name, doc) => {
  prepareDocument({ schemaVersion, doc: { type: 'doc', content: [paragraph] } });
  const refused = failure(() => prepareDocument({ schemaVersion, doc: doc as DocumentNode }));
  const judged = failure(() => canonicalDocument(doc as DocumentNode));
  expect(refused).toBeDefined();
  expect([refused?.code, refused?.details]).toEqual([judged?.code, judged?.details]);
});
