import { countArticles } from '../database/articles.ts';
import type { Library } from '../library.ts';
import { programVersion } from '../version.ts';

export function readStatus({ db, path, readOnlyOriginal }: Library) {
  return {
    path,
    readOnlyOriginal,
    articles: countArticles(db, false),
    trashed: countArticles(db, true),
    version: programVersion,
  };
}
