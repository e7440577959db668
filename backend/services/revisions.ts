import type { ArticleFields } from '../../core/article/article.ts';
import type { ArticleDocument } from '../../core/article/document.ts';
import { migrateDocument } from '../../core/article/document-migrations.ts';
import { AppError } from '../../core/errors.ts';
import { getRevision, listRevisionHeads } from '../database/revisions.ts';
import type { Library } from '../library.ts';
import { readPayload } from './article-content.ts';
import { findArticle } from './find-article.ts';
import { readRevisionPayload } from './revision-chain.ts';

export interface RevisionSummary {
  revision: number;
  savedAt: string;
  author: string;
  headline: string;
  wordCount: number;
}

/** Newest first, those below `before`. */
export function listRevisions(
  library: Library,
  { id, before, limit }: { id: string; before?: number | undefined; limit: number },
): { items: RevisionSummary[]; more: boolean } {
  const { key } = findArticle(library, id);
  const heads = listRevisionHeads(library.db, key, before ?? Number.MAX_SAFE_INTEGER, limit + 1);
  return { items: heads.slice(0, limit).map(toSummary), more: heads.length > limit };
}

/** An article as it was. Throws NOT_FOUND, ARTICLE_DAMAGED, DOCUMENT_NEWER. */
export function readRevision(
  library: Library,
  { id, revision }: { id: string; revision: number },
): { summary: RevisionSummary; fields: ArticleFields; document: ArticleDocument } {
  const { key } = findArticle(library, id);
  const stored = getRevision(library.db, key, revision);
  if (stored === undefined) throw new AppError('NOT_FOUND', { id, revision });
  const { fields, document } = readPayload(readRevisionPayload(library.db, { key, id }, stored));
  return { summary: toSummary(stored), fields, document: migrateDocument(document) };
}

/** Number of the newest revision that is what was written; null where there is none. */
export function findLastGoodRevision(
  { db }: Library,
  article: { key: number; id: string },
): number | null {
  let before = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const heads = listRevisionHeads(db, article.key, before, 50);
    const oldest = heads.at(-1);
    if (oldest === undefined) return null;
    for (const { revision } of heads) {
      const stored = getRevision(db, article.key, revision);
      if (stored === undefined) continue;
      try {
        readRevisionPayload(db, article, stored);
        return revision;
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
      }
    }
    before = oldest.revision;
  }
}

function toSummary({
  revision,
  savedAt,
  author,
  headline,
  wordCount,
}: RevisionSummary): RevisionSummary {
  return { revision, savedAt, author, headline, wordCount };
}
