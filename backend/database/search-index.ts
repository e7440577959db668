import type { Database } from 'better-sqlite3';
import type { ArticleDocument } from '../../core/article/document.ts';
import { toPlainText } from '../../core/article/plain-text.ts';
import type { SearchQuery } from '../../core/search/query.ts';
import { matchAll, matchAny } from '../../core/search/query.ts';
import { searchText } from '../../core/search/search-text.ts';
import type { ListedArticle, SummaryRow } from './articles.ts';
import { summaryColumns, toListedArticle } from './articles.ts';
import { prepared, writeTransaction } from './statement.ts';

/**
 * The search index follows the articles in steps of its own, so that no save waits for it: an article is behind while
 * `abs(search_row) <> change_sequence`, which is written with the save. A search first catches up, so it never misses one.
 */

/** Notes that an article has changed; also for one whose change was then rolled back. */
export function markPending(db: Database, articleKey: number): void {
  pendingKeys(db).add(articleKey);
}

/** Brings up to `limit` articles up to date. Whether there may be more. */
export function indexPending(db: Database, limit: number): boolean {
  const pending = pendingKeys(db);
  const keys = [...pending].slice(0, limit);
  if (keys.length === 0) return false;
  writeTransaction(db, () => {
    for (const key of keys) index(db, key);
  });
  for (const key of keys) pending.delete(key);
  return pending.size > 0;
}

/** Brings every article up to date; before a search, and outside a transaction. */
export function catchUp(db: Database): void {
  while (indexPending(db, catchUpBatch));
}

/** Plain text of an article as it was indexed. */
export function getIndexedText(db: Database, articleKey: number): string {
  const row = prepared<[number], { text: Buffer }>(
    db,
    'SELECT text FROM article_texts WHERE article_key = ?',
  ).get(articleKey);
  return row?.text.toString('utf16le') ?? '';
}

export interface SearchPage {
  trash: boolean;
  before: number;
  limit: number;
}

/** Articles that match, newest change first, those changed before `before`. Empty queries are `listArticles`. */
export function searchArticles(
  db: Database,
  query: SearchQuery,
  { trash, before, limit }: SearchPage,
): ListedArticle[] {
  const expression = toExpression(query);
  if (expression === null) return listWithout(db, query, { trash, before, limit });
  // The index's rows are in order of change: only as many are read as are shown. In the trash they are negative.
  const rows = trash
    ? prepared<[string, number, number], { rowid: number }>(
        db,
        `SELECT rowid FROM article_search WHERE article_search MATCH ? AND rowid > -? AND rowid < 0
         ORDER BY rowid LIMIT ?`,
      ).all(expression, before, limit)
    : prepared<[string, number, number], { rowid: number }>(
        db,
        `SELECT rowid FROM article_search WHERE article_search MATCH ? AND rowid < ? AND rowid > 0
         ORDER BY rowid DESC LIMIT ?`,
      ).all(expression, before, limit);
  const find = prepared<[number], SummaryRow>(
    db,
    `SELECT ${summaryColumns} FROM articles
     WHERE change_sequence = ? AND deleted_at IS ${trash ? 'NOT NULL' : 'NULL'}`,
  );
  return rows
    .map(({ rowid }) => find.get(Math.abs(rowid)))
    .filter((row) => row !== undefined)
    .map(toListedArticle);
}

export function countMatches(db: Database, query: SearchQuery, trash: boolean): number {
  const expression = toExpression(query);
  const side = trash ? 'rowid < 0' : 'rowid > 0';
  const count =
    expression === null
      ? prepared<[string], { count: number }>(
          db,
          `SELECT count(*) AS count FROM articles WHERE deleted_at IS ${trash ? 'NOT NULL' : 'NULL'}
           AND search_row NOT IN (SELECT rowid FROM article_search WHERE article_search MATCH ?)`,
        ).get(matchAny(query.unwanted) ?? '""')
      : prepared<[string], { count: number }>(
          db,
          `SELECT count(*) AS count FROM article_search WHERE article_search MATCH ? AND ${side}`,
        ).get(expression);
  return count?.count ?? 0;
}

const catchUpBatch = 500;

interface PendingRow {
  search_row: number;
  change_sequence: number;
  deleted_at: string | null;
  headline: string;
  kicker: string;
  deck: string;
  document: Buffer | null;
}

/** Keys of the articles that are behind: found once, when the file was opened, and then kept by `markPending`. */
const pendingByDatabase = new WeakMap<Database, Set<number>>();

function pendingKeys(db: Database): Set<number> {
  let keys = pendingByDatabase.get(db);
  if (keys === undefined) {
    const rows = prepared<[], { key: number }>(
      db,
      'SELECT key FROM articles WHERE abs(search_row) <> change_sequence',
    ).all();
    keys = new Set(rows.map(({ key }) => key));
    pendingByDatabase.set(db, keys);
  }
  return keys;
}

function index(db: Database, key: number): void {
  const row = prepared<[number], PendingRow>(
    db,
    `SELECT search_row, change_sequence, deleted_at, headline, kicker, deck, document
     FROM articles LEFT JOIN article_documents ON article_key = key
     WHERE key = ? AND abs(search_row) <> change_sequence`,
  ).get(key);
  if (row === undefined) return;
  const text = row.document === null ? '' : readText(row.document);
  const searchRow = row.deleted_at === null ? row.change_sequence : -row.change_sequence;
  if (row.search_row !== 0)
    prepared<[number]>(db, 'DELETE FROM article_search WHERE rowid = ?').run(row.search_row);
  prepared<[number, string, string]>(
    db,
    'INSERT INTO article_search (rowid, headline, body) VALUES (?, ?, ?)',
  ).run(searchRow, headlineForSearch(row), searchText(text));
  prepared<[number, Buffer]>(
    db,
    `INSERT INTO article_texts VALUES (?, ?) ON CONFLICT (article_key) DO UPDATE SET text = excluded.text`,
  ).run(key, Buffer.from(text, 'utf16le'));
  prepared<[number, number]>(db, 'UPDATE articles SET search_row = ? WHERE key = ?').run(
    searchRow,
    key,
  );
}

/** A document that cannot be read any more is indexed by its headline alone; checks find it by its hash. */
function readText(json: Buffer): string {
  try {
    return toPlainText((JSON.parse(json.toString()) as ArticleDocument).doc).text;
  } catch {
    return '';
  }
}

/** Folded words of everything that stands above the body. */
export function headlineForSearch(row: { headline: string; kicker: string; deck: string }): string {
  return searchText(`${row.kicker}\n${row.headline}\n${row.deck}`);
}

/** Null where nothing is wanted: FTS5 cannot say "all but". */
function toExpression({ wanted, unwanted }: SearchQuery): string | null {
  const all = matchAll(wanted);
  const none = matchAny(unwanted);
  return all === null || none === null ? all : `(${all}) NOT (${none})`;
}

function listWithout(db: Database, query: SearchQuery, page: SearchPage): ListedArticle[] {
  return prepared<[number, string, number], SummaryRow>(
    db,
    `SELECT ${summaryColumns} FROM articles
     WHERE deleted_at IS ${page.trash ? 'NOT NULL' : 'NULL'} AND change_sequence < ?
       AND search_row NOT IN (SELECT rowid FROM article_search WHERE article_search MATCH ?)
     ORDER BY change_sequence DESC LIMIT ?`,
  )
    .all(page.before, matchAny(query.unwanted) ?? '""', page.limit)
    .map(toListedArticle);
}
