import type { Database } from 'better-sqlite3';
import { prepared } from './statement.ts';

/** One revision as it lies in the library; see `backend/services/revision-chain.ts` for payload and hashes. */
export interface StoredRevision {
  revision: number;
  /** ISO date-time in UTC. */
  savedAt: string;
  author: string;
  headline: string;
  wordCount: number;
  /** The revision whose plain payload is the dictionary of this one's; the revision itself where it has none. */
  keyframe: number;
  contentSha256: Buffer;
  chainSha256: Buffer;
  payload: Buffer;
}

export type RevisionHead = Omit<StoredRevision, 'payload' | 'contentSha256'>;

export function insertRevision(db: Database, articleKey: number, revision: StoredRevision): void {
  prepared<[Record<string, unknown>]>(
    db,
    `INSERT INTO revisions VALUES (:articleKey, :revision, :savedAt, :author, :headline, :wordCount, :keyframe,
       :contentSha256, :chainSha256, :payload)`,
  ).run({ articleKey, ...revision });
}

export function getRevision(
  db: Database,
  articleKey: number,
  revision: number,
): StoredRevision | undefined {
  return prepared<[number, number], StoredRevision>(
    db,
    `SELECT ${headColumns}, content_sha256 AS contentSha256, payload FROM revisions
     WHERE article_key = ? AND revision = ?`,
  ).get(articleKey, revision);
}

/** The last revision without its payload. */
export function getLastRevisionHead(db: Database, articleKey: number): RevisionHead | undefined {
  return prepared<[number], RevisionHead>(
    db,
    `SELECT ${headColumns} FROM revisions WHERE article_key = ? ORDER BY revision DESC LIMIT 1`,
  ).get(articleKey);
}

/** Newest first, those below `before`. */
export function listRevisionHeads(
  db: Database,
  articleKey: number,
  before: number,
  limit: number,
): RevisionHead[] {
  return prepared<[number, number, number], RevisionHead>(
    db,
    `SELECT ${headColumns} FROM revisions WHERE article_key = ? AND revision < ?
     ORDER BY revision DESC LIMIT ?`,
  ).all(articleKey, before, limit);
}

/** Every revision of an article, oldest first, read one by one. */
export function iterateRevisions(
  db: Database,
  articleKey: number,
): IterableIterator<StoredRevision> {
  return db
    .prepare<[number], StoredRevision>(
      `SELECT ${headColumns}, content_sha256 AS contentSha256, payload FROM revisions
       WHERE article_key = ? ORDER BY revision`,
    )
    .iterate(articleKey);
}

export function countRevisions(db: Database): number {
  return (
    prepared<[], { count: number }>(db, 'SELECT count(*) AS count FROM revisions').get()?.count ?? 0
  );
}

const headColumns = `revision, saved_at AS savedAt, author, headline, word_count AS wordCount, keyframe,
  chain_sha256 AS chainSha256`;
