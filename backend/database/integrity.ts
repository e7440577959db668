import type { Database } from 'better-sqlite3';
import { prepared } from './statement.ts';

/** What SQLite finds wrong with the file, at most fifty lines; empty for a sound one. Reads every page. */
export function checkIntegrity(db: Database): string[] {
  const rows = db.prepare<[], { integrity_check: string }>('PRAGMA integrity_check(50)').all();
  const lines = rows.map((row) => row.integrity_check).filter((line) => line !== 'ok');
  const broken = db.prepare<[], { table: string }>('PRAGMA foreign_key_check').all();
  return [...lines, ...broken.map(({ table }) => `a row of ${table} belongs to nothing`)];
}

export interface IndexState {
  changeSequence: number;
  searchRow: number;
  isTrashed: boolean;
}

export function getIndexState(db: Database, articleKey: number): IndexState | undefined {
  const row = prepared<[number], { change: number; search: number; trashed: number }>(
    db,
    `SELECT change_sequence AS change, search_row AS search, deleted_at IS NOT NULL AS trashed
     FROM articles WHERE key = ?`,
  ).get(articleKey);
  if (row === undefined) return undefined;
  return { changeSequence: row.change, searchRow: row.search, isTrashed: row.trashed === 1 };
}

/** How many words the index holds of a row, by column; undefined where it has no such row. */
export function getIndexedWordCounts(db: Database, searchRow: number): number[] | undefined {
  const row = prepared<[number], { sz: Buffer }>(
    db,
    'SELECT sz FROM article_search_docsize WHERE id = ?',
  ).get(searchRow);
  return row === undefined ? undefined : readVarints(row.sz);
}

/** Whether the index finds a row by these words, one after the other. */
export function isFoundBy(db: Database, searchRow: number, words: readonly string[]): boolean {
  return (
    prepared<[string, number]>(
      db,
      'SELECT 1 FROM article_search WHERE article_search MATCH ? AND rowid = ?',
    ).get(`"${words.join(' ')}"`, searchRow) !== undefined
  );
}

/** Rows of the index that belong to no article. */
export function countStrayIndexRows(db: Database): number {
  return (
    prepared<[], { count: number }>(
      db,
      `SELECT count(*) AS count FROM article_search_docsize
       WHERE id NOT IN (SELECT search_row FROM articles)`,
    ).get()?.count ?? 0
  );
}

/** SQLite's variable-length integers: seven bits a byte, the highest bit says that more follow. */
function readVarints(bytes: Buffer): number[] {
  const values: number[] = [];
  let value = 0;
  for (const byte of bytes) {
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      values.push(value);
      value = 0;
    }
  }
  return values;
}
