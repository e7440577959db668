import type { Article } from '../../core/article/article.ts';
import { AppError } from '../../core/errors.ts';
import { deleteArticle, setDeletedAt } from '../database/articles.ts';
import { writeTransaction } from '../database/statement.ts';
import type { Library } from '../library.ts';
import { findArticle } from './find-article.ts';
import { forgetLastRevision } from './revision-chain.ts';

/** Into the trash. One that is there already stays as it is. */
export function trashArticle(library: Library, id: string): Article {
  return moveArticle(library, id, library.now().toISOString());
}

/** Out of the trash. One that is not in it stays as it is. */
export function restoreArticle(library: Library, id: string): Article {
  return moveArticle(library, id, null);
}

/** Removes a trashed article with all that hangs on it, for good. Throws NOT_FOUND, INVALID_INPUT for one not in the trash. */
export function destroyArticle(library: Library, id: string): { id: string } {
  writeTransaction(library.db, () => {
    const { key, article } = findArticle(library, id);
    if (article.deletedAt === null)
      throw new AppError('INVALID_INPUT', { field: 'id', reason: 'not in the trash' });
    deleteArticle(library.db, key);
    forgetLastRevision(library.db, key);
  });
  return { id };
}

function moveArticle(library: Library, id: string, deletedAt: string | null): Article {
  const key = writeTransaction(library.db, () => {
    const stored = findArticle(library, id);
    const isThere = (stored.article.deletedAt === null) === (deletedAt === null);
    if (!isThere) setDeletedAt(library.db, stored.key, deletedAt);
    return stored.key;
  });
  library.indexSoon(key);
  return findArticle(library, id).article;
}
