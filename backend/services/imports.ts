import { hash } from 'node:crypto';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Database } from 'better-sqlite3';
import { articleFieldsSchema, emptyArticleFields } from '../../core/article/article.ts';
import type { DocumentNode } from '../../core/article/document.ts';
import { documentSchemaVersion } from '../../core/article/document-schema.ts';
import { AppError } from '../../core/errors.ts';
import { importFile } from '../../core/importers/import-file.ts';
import type {
  ImportChange,
  ImportDecision,
  ImportRecord,
} from '../../core/importers/import-report.ts';
import {
  findArticleByImport,
  getImport,
  insertImport,
  putImportChanges,
} from '../database/imports.ts';
import { writeTransaction } from '../database/statement.ts';
import type { Library } from '../library.ts';
import { findArticle } from './find-article.ts';
import { prepareDocument } from './prepare-document.ts';
import { storeImage } from './assets.ts';
import { storeNewArticle } from './store-article.ts';

export interface ImportOutcome {
  outcome: 'created' | 'duplicate';
  articleId: string;
  headline: string;
  removed: number;
  joined: number;
  proposed: number;
}

export const maxImportBytes = 20 * 1024 * 1024;

/** Of an imported document's JSON: less than the browser door takes, so that it can be edited and saved. */
export const maxDocumentBytes = 20 * 1024 * 1024;

/** Throws FILE_EMPTY, FILE_TOO_LARGE and what the importer throws; nothing is written then. */
export async function createImport(
  library: Library,
  input: { file: File; publishedOn: string | null; again: boolean },
): Promise<ImportOutcome> {
  const { file } = input;
  const fileName = file.name;
  if (file.size === 0) throw new AppError('FILE_EMPTY', { fileName });
  if (file.size > maxImportBytes) {
    throw new AppError('FILE_TOO_LARGE', { fileName, size: file.size, limit: maxImportBytes });
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const sha256 = hash('sha256', bytes, 'buffer');
  const existing = input.again ? undefined : findArticleByImport(library.db, sha256);
  if (existing !== undefined) return describe(library, 'duplicate', existing);

  const parsed = importFile(bytes, fileName);
  const fields = articleFieldsSchema.parse({
    ...emptyArticleFields,
    ...parsed.fields,
    publishedOn: input.publishedOn ?? parsed.fields.publishedOn ?? null,
  });
  const { key, id } = writeTransaction(library.db, () => {
    const doc = storeEmbeddedImages(library, parsed.doc);
    const document = prepareDocument({ schemaVersion: documentSchemaVersion, doc });
    const size = document.json.reduce((sum, part) => sum + part.length, 0);
    if (size > maxDocumentBytes)
      throw new AppError('FILE_TOO_LARGE', { fileName, size, limit: maxDocumentBytes });
    const article = storeNewArticle(library, fields, document);
    insertImport(library.db, article.key, {
      id: library.newId(),
      fileName,
      sha256,
      size: bytes.length,
      encoding: parsed.encoding,
      format: parsed.format,
      importedAt: library.now().toISOString(),
      changes: parsed.changes,
      text: zstdCompressSync(parsed.text),
      bytes: zstdCompressSync(bytes),
    });
    return article;
  });
  library.indexSoon(key);
  return describe(library, 'created', id);
}

/** Throws NOT_FOUND for an article that was not imported. */
export function readImport(library: Library, articleId: string): ImportRecord {
  const { key } = findArticle(library, articleId);
  const stored = getImport(library.db, key);
  if (stored === undefined) throw new AppError('NOT_FOUND', { articleId });
  return {
    ...stored,
    articleId,
    sha256: stored.sha256.toString('hex'),
    text: zstdDecompressSync(stored.text).toString(),
  };
}

/**
 * Writes what an editor decided about changes of a report, inside a write transaction. Throws NOT_FOUND for a change that
 * is not there, INVALID_INPUT for a state that the change cannot have.
 */
export function writeDecisions(
  db: Database,
  article: { key: number; id: string },
  decisions: readonly ImportDecision[],
): void {
  if (decisions.length === 0) return;
  const changes = new Map(
    (getImport(db, article.key)?.changes ?? []).map((change) => [change.id, change]),
  );
  for (const { changeId, state } of decisions) {
    const change = changes.get(changeId);
    if (change === undefined) throw new AppError('NOT_FOUND', { articleId: article.id, changeId });
    const states = change.kind === 'proposed' ? proposalStates : appliedStates;
    if (!states.includes(state)) throw new AppError('INVALID_INPUT', { field: 'decisions' });
    changes.set(changeId, { ...change, state });
  }
  putImportChanges(db, article.key, [...changes.values()]);
}

const proposalStates: readonly string[] = ['proposed', 'accepted', 'dismissed'];
const appliedStates: readonly string[] = ['applied', 'undone'];

function describe(
  library: Library,
  outcome: ImportOutcome['outcome'],
  articleId: string,
): ImportOutcome {
  const { key, article } = findArticle(library, articleId);
  const changes = getImport(library.db, key)?.changes ?? [];
  const count = (kind: ImportChange['kind']) =>
    changes.filter((change) => change.kind === kind).length;
  return {
    outcome,
    articleId,
    headline: article.headline,
    removed: count('removed'),
    joined: count('joined'),
    proposed: count('proposed'),
  };
}

/** The document with its `data:` images as assets; one that is no image the library keeps has no source. */
function storeEmbeddedImages(library: Library, node: DocumentNode): DocumentNode {
  const src = node.attrs?.['src'];
  if (node.type === 'figure' && typeof src === 'string' && /^data:/i.test(src)) {
    const stored = storeImage(library, decodeDataUri(src));
    return { ...node, attrs: { ...node.attrs, src: stored?.src ?? '' } };
  }
  if (node.content === undefined) return node;
  return { ...node, content: node.content.map((child) => storeEmbeddedImages(library, child)) };
}

function decodeDataUri(uri: string): Buffer {
  const comma = uri.indexOf(',');
  const data = uri.slice(comma + 1);
  if (/;base64$/i.test(uri.slice(0, comma))) return Buffer.from(data, 'base64');
  try {
    return Buffer.from(decodeURIComponent(data), 'latin1');
  } catch {
    return Buffer.alloc(0);
  }
}
