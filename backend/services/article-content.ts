import { hash } from 'node:crypto';
import type { ArticleFields } from '../../core/article/article.ts';
import type { ArticleDocument } from '../../core/article/document.ts';

/** What a revision holds, in bytes. */
export interface Payload {
  /** JSON of `{ fields, document }`, the same for the same content. */
  bytes: Buffer;
  /** The document's part of it: JSON of `{ schemaVersion, doc }`. */
  document: Buffer;
  documentSha256: Buffer;
}

/** `documentJson`: of `{ schemaVersion, doc }`, in UTF-8, in pieces. */
export function toPayload(fields: ArticleFields, documentJson: readonly Buffer[]): Payload {
  const head = Buffer.from(`{"fields":${JSON.stringify(orderFields(fields))},"document":`);
  const bytes = Buffer.concat([head, ...documentJson, payloadEnd]);
  const document = bytes.subarray(head.length, bytes.length - 1);
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

const payloadEnd = Buffer.from('}');
