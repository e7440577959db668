import { hash } from 'node:crypto';
import type { ArticleFields } from '../../core/article/article.ts';
import { canonicalDocument } from '../../core/article/canonical-document.ts';
import type { ArticleDocument, DocumentNode } from '../../core/article/document.ts';
import { migrateDocument } from '../../core/article/document-migrations.ts';
import { documentSchemaVersion } from '../../core/article/document-schema.ts';
import { toPlainText } from '../../core/article/plain-text.ts';
import { countWords } from '../../core/arabic/count-words.ts';
import { makeSnippet } from '../../core/search/snippet.ts';

/** A document ready to be stored: canonical, with everything that follows from it. */
export interface PreparedDocument {
  doc: DocumentNode;
  schemaVersion: number;
  /** Canonical JSON of `{ schemaVersion, doc }`. */
  json: string;
  wordCount: number;
  /** First words of the text. */
  opening: string;
}

/** Throws INVALID_DOCUMENT, DOCUMENT_NEWER. */
export function prepareDocument(document: ArticleDocument): PreparedDocument {
  const doc = canonicalDocument(migrateDocument(document).doc);
  const { text } = toPlainText(doc);
  return {
    doc,
    schemaVersion: documentSchemaVersion,
    json: JSON.stringify({ schemaVersion: documentSchemaVersion, doc }),
    ...summarizeText(text),
  };
}

/** What lists show of a text. */
export function summarizeText(text: string): { wordCount: number; opening: string } {
  return {
    wordCount: countWords(text),
    opening: makeSnippet(text.slice(0, openingSource), [], openingLength).text,
  };
}

/** What a revision holds, in bytes. */
export interface Payload {
  /** JSON of `{ fields, document }`, the same for the same content. */
  bytes: Buffer;
  /** The document's part of it: JSON of `{ schemaVersion, doc }`. */
  document: Buffer;
  documentSha256: Buffer;
}

export function toPayload(fields: ArticleFields, documentJson: string | Buffer): Payload {
  const head = Buffer.from(`{"fields":${JSON.stringify(orderFields(fields))},"document":`);
  const size = Buffer.byteLength(documentJson);
  const bytes = Buffer.allocUnsafe(head.length + size + 1);
  head.copy(bytes);
  const document = bytes.subarray(head.length, head.length + size);
  if (typeof documentJson === 'string') document.write(documentJson);
  else documentJson.copy(document);
  bytes.write('}', bytes.length - 1);
  return { bytes, document, documentSha256: hash('sha256', document, 'buffer') };
}

export function readPayload(payload: Buffer): { fields: ArticleFields; document: ArticleDocument } {
  return JSON.parse(payload.toString()) as { fields: ArticleFields; document: ArticleDocument };
}

/** The fields alone, in one order. */
export function orderFields(fields: ArticleFields): ArticleFields {
  return {
    headline: fields.headline,
    kicker: fields.kicker,
    deck: fields.deck,
    slug: fields.slug,
    bylines: fields.bylines,
    dateline: { place: fields.dateline.place, date: fields.dateline.date },
    desk: fields.desk,
    language: fields.language,
    tags: fields.tags,
    publishedOn: fields.publishedOn,
    status: fields.status,
  };
}

const openingLength = 160;
const openingSource = 400;
