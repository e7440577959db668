import type { Database } from 'better-sqlite3';
import type { ImportChange, ImportRecord } from '../../core/importers/import-report.ts';
import { prepared } from './statement.ts';

/** An import as it lies in the library; `text` and `bytes` are zstd. */
export interface StoredImport {
  id: string;
  fileName: string;
  sha256: Buffer;
  size: number;
  encoding: ImportRecord['encoding'];
  format: ImportRecord['format'];
  importedAt: string;
  changes: ImportChange[];
  text: Buffer;
}

export function insertImport(
  db: Database,
  articleKey: number,
  record: StoredImport & { bytes: Buffer },
): void {
  prepared<[Record<string, unknown>]>(
    db,
    `INSERT INTO imports (id, article_key, file_name, sha256, size, encoding, format, imported_at, changes, text, bytes)
     VALUES (:id, :articleKey, :fileName, :sha256, :size, :encoding, :format, :importedAt, :changes, :text, :bytes)`,
  ).run({ articleKey, ...record, changes: JSON.stringify(record.changes) });
}

export function getImport(db: Database, articleKey: number): StoredImport | undefined {
  const row = prepared<[number], Omit<StoredImport, 'changes'> & { changes: string }>(
    db,
    `SELECT id, file_name AS fileName, sha256, size, encoding, format, imported_at AS importedAt, changes, text
     FROM imports WHERE article_key = ?`,
  ).get(articleKey);
  if (row === undefined) return undefined;
  return { ...row, changes: JSON.parse(row.changes) as ImportChange[] };
}

export function hasImport(db: Database, articleKey: number): boolean {
  return (
    prepared<[number]>(db, 'SELECT 1 FROM imports WHERE article_key = ?').get(articleKey) !==
    undefined
  );
}

/** Id of the first article made of these bytes that is still there, in the trash or not. */
export function findArticleByImport(db: Database, sha256: Buffer): string | undefined {
  return prepared<[Buffer], { id: string }>(
    db,
    `SELECT articles.id FROM imports JOIN articles ON articles.key = imports.article_key
     WHERE imports.sha256 = ? ORDER BY articles.deleted_at IS NOT NULL, imports.key LIMIT 1`,
  ).get(sha256)?.id;
}

export function putImportChanges(
  db: Database,
  articleKey: number,
  changes: readonly ImportChange[],
): void {
  prepared<[string, number]>(db, 'UPDATE imports SET changes = ? WHERE article_key = ?').run(
    JSON.stringify(changes),
    articleKey,
  );
}

/** The stored bytes of an import, for checks: their hash, and the zstd frames. */
export function getImportBytes(
  db: Database,
  articleKey: number,
): { sha256: Buffer; bytes: Buffer } | undefined {
  return prepared<[number], { sha256: Buffer; bytes: Buffer }>(
    db,
    'SELECT sha256, bytes FROM imports WHERE article_key = ?',
  ).get(articleKey);
}
