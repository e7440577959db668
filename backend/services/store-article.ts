import type { ArticleFields } from '../../core/article/article.ts';
import { listAnnotationIds, putPlaces } from '../database/annotations.ts';
import type { ArticleState } from '../database/articles.ts';
import { insertArticle, updateArticle } from '../database/articles.ts';
import { putDocument } from '../database/documents.ts';
import { insertRevision } from '../database/revisions.ts';
import type { Library } from '../library.ts';
import { findAnnotationPlaces } from './annotation-places.ts';
import type { Payload } from './article-content.ts';
import { toPayload } from './article-content.ts';
import type { PreparedDocument } from './prepare-document.ts';
import { makeRevision } from './revision-chain.ts';
import { getAuthor } from './settings.ts';

/** `payload` is that of `fields` and `document`. */
export interface ArticleContent {
  fields: ArticleFields;
  document: PreparedDocument;
  payload: Payload;
}

/** Writes a new article with its first revision, inside a write transaction. */
export function storeNewArticle(
  library: Library,
  fields: ArticleFields,
  document: PreparedDocument,
): { key: number; id: string } {
  const id = library.newId();
  const state = makeState(library, document, 1);
  const key = insertArticle(library.db, id, fields, state);
  store(
    library,
    { key, id },
    { fields, document, payload: toPayload(fields, document.json) },
    state,
  );
  return { key, id };
}

/** Writes the next revision of an article, inside a write transaction. Answers what the record now says. */
export function storeNextRevision(
  library: Library,
  article: { key: number; id: string; revision: number },
  content: ArticleContent,
): ArticleState {
  const state = makeState(library, content.document, article.revision + 1);
  updateArticle(library.db, article.key, content.fields, state);
  store(library, article, content, state);
  return state;
}

/** Writes where the article's annotations stand now. Marks of unknown ids stay in the text and are not listed. */
export function storePlaces(
  { db }: Library,
  articleKey: number,
  document: Pick<PreparedDocument, 'doc'>,
): void {
  const ids = listAnnotationIds(db, articleKey);
  if (ids.size === 0) return;
  putPlaces(
    db,
    articleKey,
    findAnnotationPlaces(document.doc).filter(({ id }) => ids.has(id)),
  );
}

function makeState(library: Library, document: PreparedDocument, revision: number): ArticleState {
  const { wordCount, opening } = document;
  return { updatedAt: library.now().toISOString(), revision, wordCount, opening };
}

function store(
  library: Library,
  article: { key: number; id: string },
  { fields, document, payload }: ArticleContent,
  state: ArticleState,
): void {
  const { db } = library;
  putDocument(db, article.key, {
    schemaVersion: document.schemaVersion,
    sha256: payload.documentSha256,
    json: payload.document,
  });
  const { revision, lastHeadline } = makeRevision(
    db,
    article,
    {
      revision: state.revision,
      savedAt: state.updatedAt,
      author: getAuthor(library),
      headline: fields.headline,
      wordCount: state.wordCount,
    },
    payload.bytes,
  );
  insertRevision(db, article.key, revision, lastHeadline);
  storePlaces(library, article.key, document);
}
