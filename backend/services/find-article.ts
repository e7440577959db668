import { AppError } from '../../core/errors.ts';
import type { StoredArticle } from '../database/articles.ts';
import { getArticle } from '../database/articles.ts';
import type { Library } from '../library.ts';

/** Throws NOT_FOUND. */
export function findArticle({ db }: Library, id: string): StoredArticle {
  const stored = getArticle(db, id);
  if (stored === undefined) throw new AppError('NOT_FOUND', { id });
  return stored;
}
