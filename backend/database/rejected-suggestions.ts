import type { Database } from 'better-sqlite3';
import { prepared } from './statement.ts';

/** Fingerprints of what an editor turned down in an article. */
export function listRejected(db: Database, articleKey: number): string[] {
  return prepared<[number], string>(
    db,
    'SELECT fingerprint FROM rejected_suggestions WHERE article_key = ? ORDER BY fingerprint',
  )
    .pluck()
    .all(articleKey);
}

export function putRejected(
  db: Database,
  articleKey: number,
  fingerprint: string,
  rejectedAt: string,
): void {
  prepared<[number, string, string]>(
    db,
    'INSERT INTO rejected_suggestions VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  ).run(articleKey, fingerprint, rejectedAt);
}

export function deleteRejected(db: Database, articleKey: number, fingerprint: string): void {
  prepared<[number, string]>(
    db,
    'DELETE FROM rejected_suggestions WHERE article_key = ? AND fingerprint = ?',
  ).run(articleKey, fingerprint);
}
