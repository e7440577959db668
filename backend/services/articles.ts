import { hash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { Annotation, AnnotationInput } from '../../core/article/annotation.ts';
import type { Article, ArticleFields } from '../../core/article/article.ts';
import { emptyArticleFields } from '../../core/article/article.ts';
import { emptyDocument } from '../../core/article/canonical-document.ts';
import type { ArticleDocument } from '../../core/article/document.ts';
import { migrateDocument } from '../../core/article/document-migrations.ts';
import { documentSchemaVersion } from '../../core/article/document-schema.ts';
import { AppError } from '../../core/errors.ts';
import type { ImportDecision } from '../../core/importers/import-report.ts';
import { deleteAnnotation, listAnnotations, putAnnotation } from '../database/annotations.ts';
import type { StoredArticle } from '../database/articles.ts';
import { getPointer } from '../database/entities.ts';
import { getDocument, getDocumentHead } from '../database/documents.ts';
import { hasImport } from '../database/imports.ts';
import { listRejected } from '../database/rejected-suggestions.ts';
import { readTransaction, writeTransaction } from '../database/statement.ts';
import type { Library } from '../library.ts';
import type { Payload } from './article-content.ts';
import { orderFields, toPayload } from './article-content.ts';
import { dropIfUnused, pointName } from './entities.ts';
import { findArticle } from './find-article.ts';
import { writeDecisions } from './imports.ts';
import { prepareDocument } from './prepare-document.ts';
import { findLastGoodRevision } from './revisions.ts';
import { storeNewArticle, storeNextRevision } from './store-article.ts';

export interface OpenArticle {
  article: Article;
  document: ArticleDocument;
  annotations: Annotation[];
  imported: boolean;
  rejected: string[];
}

export function createArticle(
  library: Library,
  input: { fields: Partial<ArticleFields>; document?: ArticleDocument | undefined },
): OpenArticle {
  const document = prepareDocument(input.document ?? emptyDocument());
  const fields = { ...emptyArticleFields, ...withoutUndefined(input.fields) };
  const { key, id } = writeTransaction(library.db, () =>
    storeNewArticle(library, fields, document),
  );
  library.indexSoon(key);
  return openArticle(library, id);
}

/**
 * The article as it was last saved, its document in the current schema version. Throws NOT_FOUND, DOCUMENT_NEWER, and for a
 * document that is not what was written ARTICLE_DAMAGED `{ articleId, revision, goodRevision }`: `goodRevision` (null:
 * none) can be read, and saved over `revision`.
 */
export function openArticle(library: Library, id: string): OpenArticle {
  return readTransaction(library.db, () => {
    const stored = findArticle(library, id);
    return {
      article: stored.article,
      document: readDocument(library, stored),
      annotations: listAnnotations(library.db, stored.key),
      imported: hasImport(library.db, stored.key),
      rejected: listRejected(library.db, stored.key),
    };
  });
}

/**
 * Returns when everything is on disk. Throws CONFLICT `{ revision }` for a stale `baseRevision`, and has then written
 * nothing. A save that changes nothing, or only decides about changes of the import report, keeps the revision.
 */
export function saveArticle(
  library: Library,
  input: {
    id: string;
    baseRevision: number;
    fields?: Partial<ArticleFields> | undefined;
    document?: ArticleDocument | undefined;
    records?: readonly AnnotationInput[];
    removedRecords?: readonly string[];
    decisions?: readonly ImportDecision[];
  },
): { article: Article; annotations: Annotation[] } {
  const { db } = library;
  const sent = input.document === undefined ? undefined : prepareDocument(input.document);
  const saved = writeTransaction(db, () => {
    const stored = findArticle(library, input.id);
    const { article, key } = stored;
    if (article.revision !== input.baseRevision) {
      throw new AppError('CONFLICT', { revision: article.revision });
    }
    writeDecisions(db, { key, id: input.id }, input.decisions ?? []);
    const fields = { ...article, ...withoutUndefined(input.fields ?? {}) };
    const document = sent ?? prepareDocument(readDocument(library, stored));
    const payload = toPayload(fields, document.json);
    const isSameContent = isSame(library, stored, fields, payload);
    const lost = pointersOf(db, key, input.removedRecords ?? []);
    const isChanged = writeRecords(db, key, input) || !isSameContent;
    const annotations = () => {
      pointNames(library, key, input.records ?? [], lost);
      return listAnnotations(db, key);
    };
    if (!isChanged) return { key, isChanged, article, annotations: annotations() };
    const { updatedAt, revision, wordCount } = storeNextRevision(
      library,
      { key, id: article.id, revision: article.revision },
      { fields, document, payload },
    );
    return {
      key,
      isChanged,
      article: { ...article, ...orderFields(fields), updatedAt, revision, wordCount },
      annotations: annotations(),
    };
  });
  if (saved.isChanged) library.indexSoon(saved.key);
  return { article: saved.article, annotations: saved.annotations };
}

/** The directory's entries that records point to. */
function pointersOf(db: Database, articleKey: number, ids: readonly string[]): number[] {
  return ids.flatMap((annotationId) => getPointer(db, { articleKey, annotationId }) ?? []);
}

/** Has what was confirmed point to the directory; `lost`: entries that removed names pointed to. */
function pointNames(
  library: Library,
  articleKey: number,
  records: readonly AnnotationInput[],
  lost: readonly number[],
): void {
  const confirmed = records.filter(({ state }) => state === 'accepted' || state === 'edited');
  if (confirmed.some(({ value }) => value.kind === 'name')) {
    const stored = new Map(
      listAnnotations(library.db, articleKey).map((record) => [record.id, record]),
    );
    for (const { id, value, entityId } of confirmed) {
      if (value.kind !== 'name') continue;
      const surfaces = stored.get(id)?.places.map(({ surface }) => surface) ?? [];
      const pointer = { articleKey, annotationId: id };
      pointName(library, pointer, value, { chosen: entityId, surfaces });
    }
  }
  for (const key of lost) dropIfUnused(library, key);
}

/** Writes and removes records of names, dates and sources. Whether that changed any. */
function writeRecords(
  db: Database,
  key: number,
  {
    records = [],
    removedRecords = [],
  }: { records?: readonly AnnotationInput[]; removedRecords?: readonly string[] },
): boolean {
  if (records.length === 0 && removedRecords.length === 0) return false;
  const before = new Map(listAnnotations(db, key).map((record) => [record.id, record]));
  let isChanged = false;
  for (const record of records) {
    const { id, value, state, origin } = record;
    const known = before.get(id);
    if (
      known !== undefined &&
      JSON.stringify([known.value, known.state, known.origin]) ===
        JSON.stringify([value, state, origin])
    )
      continue;
    putAnnotation(db, key, record);
    isChanged = true;
  }
  for (const id of removedRecords) isChanged = deleteAnnotation(db, key, id) || isChanged;
  return isChanged;
}

/** Whether the library already holds just this. Throws DOCUMENT_NEWER rather than let a later program's document be replaced. */
function isSame(
  { db }: Library,
  { key, article }: StoredArticle,
  fields: ArticleFields,
  payload: Payload,
): boolean {
  const head = getDocumentHead(db, key);
  if (head !== undefined && head.schemaVersion > documentSchemaVersion) {
    throw new AppError('DOCUMENT_NEWER', {
      found: head.schemaVersion,
      known: documentSchemaVersion,
    });
  }
  if (head === undefined || !head.sha256.equals(payload.documentSha256)) return false;
  if (JSON.stringify(orderFields(fields)) !== JSON.stringify(orderFields(article))) return false;
  // The hash beside a damaged document is still the good one: such a document is written anew.
  return getDocument(db, key)?.json.equals(payload.document) ?? false;
}

function readDocument(library: Library, { key, article }: StoredArticle): ArticleDocument {
  const stored = getDocument(library.db, key);
  if (stored === undefined || !hash('sha256', stored.json, 'buffer').equals(stored.sha256)) {
    throw new AppError('ARTICLE_DAMAGED', {
      articleId: article.id,
      revision: article.revision,
      goodRevision: findLastGoodRevision(library, { key, id: article.id }),
    });
  }
  return migrateDocument(JSON.parse(stored.json.toString()) as ArticleDocument);
}

/** Zod's optional fields may be there and undefined, and must not erase what is stored. */
function withoutUndefined<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}
