import type { Database } from 'better-sqlite3';
import { matchAll, parseQuery } from '../core/search/query.ts';

/** What the services ask of the library, as bare statements: rows as they come, nothing read, checked or shaped. */
export interface BareLibrary {
  open: (id: string) => unknown;
  page: (limit: number) => unknown;
  search: (query: string, limit: number) => unknown;
}

export function bareLibrary(db: Database): BareLibrary {
  const article = db.prepare<[string], { key: number }>('SELECT * FROM articles WHERE id = ?');
  const document = db.prepare<[number]>('SELECT * FROM article_documents WHERE article_key = ?');
  const annotations = db.prepare<[number]>('SELECT * FROM annotations WHERE article_key = ?');
  const imported = db.prepare<[number]>('SELECT 1 FROM imports WHERE article_key = ?');
  const columns = `articles.key, articles.id, articles.headline, kicker, status, language, desk, word_count, published_on,
    updated_at, revision, deleted_at, opening, change_sequence`;
  const page = db.prepare<[number]>(
    `SELECT ${columns} FROM articles WHERE deleted_at IS NULL ORDER BY change_sequence DESC LIMIT ?`,
  );
  const count = db.prepare<[]>('SELECT count(*) FROM articles WHERE deleted_at IS NULL');
  const matches = db.prepare<[string, number], { key: number }>(
    `SELECT ${columns}, text FROM article_search
     JOIN articles ON change_sequence = article_search.rowid AND deleted_at IS NULL
     JOIN article_texts ON article_key = key
     WHERE article_search MATCH ? AND article_search.rowid > 0 ORDER BY article_search.rowid DESC LIMIT ?`,
  );
  const matchCount = db.prepare<[string]>(
    'SELECT count(*) FROM article_search WHERE article_search MATCH ? AND rowid > 0',
  );
  return {
    open: (id) => {
      const key = article.get(id)?.key ?? 0;
      return [document.get(key), annotations.all(key), imported.get(key)];
    },
    page: (limit) => [page.all(limit + 1), count.get()],
    search: (query, limit) => {
      const expression = matchAll(parseQuery(query).wanted) ?? '""';
      return [matches.all(expression, limit + 1), matchCount.get(expression)];
    },
  };
}
