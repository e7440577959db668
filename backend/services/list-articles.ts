import type { ArticleSummary } from '../../core/article/article.ts';
import { AppError } from '../../core/errors.ts';
import { parseQuery } from '../../core/search/query.ts';
import { makeSnippet } from '../../core/search/snippet.ts';
import { countArticles, listArticles } from '../database/articles.ts';
import { catchUp, countMatches, getIndexedText, searchArticles } from '../database/search-index.ts';
import { readTransaction } from '../database/statement.ts';
import type { Library } from '../library.ts';

/** A page of the library, newest change first. `cursor` is the change after which it goes on. */
export function listPage(
  { db }: Library,
  input: { query: string; trash: boolean; cursor: string | null; limit: number },
): { items: ArticleSummary[]; nextCursor: string | null; total: number } {
  const query = parseQuery(input.query);
  const isSearch = query.wanted.length + query.unwanted.length > 0;
  const page = {
    trash: input.trash,
    before: readCursor(input.cursor),
    // One more than is shown says whether there is a next page.
    limit: input.limit + 1,
  };
  // What was saved a moment ago is found too.
  if (isSearch) catchUp(db);
  return readTransaction(db, () => {
    const found = isSearch ? searchArticles(db, query, page) : listArticles(db, page);
    const shown = found.slice(0, input.limit);
    const last = shown.at(-1);
    return {
      items: shown.map(({ key, summary }) =>
        query.wanted.length === 0
          ? summary
          : { ...summary, snippet: makeSnippet(getIndexedText(db, key), query.wanted) },
      ),
      nextCursor:
        found.length > input.limit && last !== undefined ? String(last.changeSequence) : null,
      total: isSearch ? countMatches(db, query, input.trash) : countArticles(db, input.trash),
    };
  });
}

function readCursor(cursor: string | null): number {
  if (cursor === null) return Number.MAX_SAFE_INTEGER;
  if (!/^\d{1,15}$/.test(cursor)) throw new AppError('INVALID_INPUT', { field: 'cursor' });
  return Number(cursor);
}
