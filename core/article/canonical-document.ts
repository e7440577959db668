import { Node } from '@tiptap/pm/model';
import { AppError } from '../errors.ts';
import type { ArticleDocument, DocumentNode } from './document.ts';
import { documentSchema, documentSchemaVersion } from './document-schema.ts';

/**
 * The one form in which a document is stored, hashed and compared: valid by the schema, every attribute
 * present, adjacent text of equal marks joined, marks in rank order, no control characters or lone
 * surrogates in text and attributes, no link around a footnote (its number is a link itself). Idempotent. Throws INVALID_DOCUMENT with the schema's reason.
 */
export function canonicalDocument(doc: DocumentNode): DocumentNode {
  try {
    const node = Node.fromJSON(documentSchema, cleanNode(doc));
    node.check();
    return node.toJSON() as DocumentNode;
  } catch (error) {
    throw new AppError(
      'INVALID_DOCUMENT',
      { reason: error instanceof Error ? error.message.slice(0, 300) : 'unknown' },
      { cause: error },
    );
  }
}

/** A document of the current schema version around `doc`, in canonical form. */
export function toArticleDocument(doc: DocumentNode): ArticleDocument {
  return { schemaVersion: documentSchemaVersion, doc: canonicalDocument(doc) };
}

/** A document with one empty paragraph. */
export function emptyDocument(): ArticleDocument {
  return toArticleDocument({ type: 'doc', content: [{ type: 'paragraph' }] });
}

/** Text as a document may hold it: line breaks and tabs are spaces, control characters are gone. */
export function cleanText(text: string): string {
  const wellFormed = text.isWellFormed() ? text : text.toWellFormed();
  return wellFormed.replace(/\r\n|[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ').replace(controls, '');
}

// oxlint-disable-next-line no-control-regex -- control characters are exactly what must not enter a document
const controls = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufeff\ufffe\uffff]/g;

function cleanNode(node: DocumentNode): DocumentNode {
  if (node.type === 'text') {
    const text = cleanText(node.text ?? '');
    return text === node.text ? node : { ...node, text };
  }
  const cleaned = { ...node };
  if (node.attrs !== undefined) cleaned.attrs = cleanAttributes(node.attrs);
  if (node.type === 'footnote' && node.marks !== undefined) {
    cleaned.marks = node.marks.filter((mark) => mark.type !== 'link');
  }
  if (node.content !== undefined) {
    cleaned.content = node.content
      .map(cleanNode)
      .filter((child) => child.type !== 'text' || child.text !== '');
  }
  return cleaned;
}

/** An attribute is one line of text. */
function cleanAttributes(attrs: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(attrs).map(([name, value]) => [
      name,
      typeof value === 'string' ? cleanText(value) : value,
    ]),
  );
}
