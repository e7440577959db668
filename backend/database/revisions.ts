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
  /** The revision from whose plain payload this one's is made; the revision itself where it is whole. */
  base: number;
  /** Bytes at the beginning and at the end that are those of the base. */
  sameStart: number;
  sameEnd: number;
  /** Whether `payload` is zstd. */
  isCompressed: 0 | 1;
  contentSha256: Buffer;
  chainSha256: Buffer;
  /** What stands between the two. */
  payload: Buffer;
}

export type RevisionHead = Pick<
  StoredRevision,
  'revision' | 'savedAt' | 'author' | 'headline' | 'wordCount' | 'chainSha256'
>;

/** `lastHeadline`: of the revision before, where there is one. */
export function insertRevision(
  db: Database,
  articleKey: number,
  revision: StoredRevision,
  lastHeadline?: string,
): void {
  const { headline, base } = revision;
  const isWhole = base === revision.revision;
  prepared<unknown[]>(
    db,
    `INSERT INTO revisions (article_key, revision, saved_at, author, headline, word_count, base, same_start, same_end,
       is_compressed, content_sha256, chain_sha256, payload)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    articleKey,
    revision.revision,
    revision.savedAt,
    revision.author,
    !isWhole && headline === lastHeadline ? null : headline,
    revision.wordCount,
    base,
    revision.sameStart,
    revision.sameEnd,
    revision.isCompressed,
    revision.contentSha256,
    revision.chainSha256,
    revision.payload,
  );
}

export function getRevision(
  db: Database,
  articleKey: number,
  revision: number,
): StoredRevision | undefined {
  const row = prepared<[number, number], Row<StoredRevision>>(
    db,
    `SELECT ${allColumns} FROM revisions WHERE article_key = ? AND revision = ?`,
  ).get(articleKey, revision);
  return row && withHeadlines(db, articleKey, [row])[0];
}

/** The last revision without its payload. */
export function getLastRevisionHead(db: Database, articleKey: number): RevisionHead | undefined {
  return listRevisionHeads(db, articleKey, Number.MAX_SAFE_INTEGER, 1)[0];
}

/** Newest first, those below `before`. */
export function listRevisionHeads(
  db: Database,
  articleKey: number,
  before: number,
  limit: number,
): RevisionHead[] {
  const rows = prepared<[number, number, number], Row<RevisionHead>>(
    db,
    `SELECT ${headColumns} FROM revisions WHERE article_key = ? AND revision < ?
     ORDER BY revision DESC LIMIT ?`,
  ).all(articleKey, before, limit);
  return withHeadlines(db, articleKey, rows);
}

/** Every revision of an article, oldest first, read one by one. */
export function* iterateRevisions(db: Database, articleKey: number): Generator<StoredRevision> {
  const rows = db
    .prepare<[number], Row<StoredRevision>>(
      `SELECT ${allColumns} FROM revisions WHERE article_key = ? ORDER BY revision`,
    )
    .iterate(articleKey);
  let headline = '';
  for (const row of rows) {
    headline = row.headline ?? headline;
    yield { ...row, headline };
  }
}

export function countRevisions(db: Database): number {
  return (
    prepared<[], { count: number }>(db, 'SELECT count(*) AS count FROM revisions').get()?.count ?? 0
  );
}

type Row<T> = Omit<T, 'headline'> & { headline: string | null };

/** `rows`: newest first, without a gap. */
function withHeadlines<T extends { revision: number }>(
  db: Database,
  articleKey: number,
  rows: readonly Row<T>[],
): T[] {
  const oldest = rows.at(-1);
  if (oldest === undefined) return [];
  let headline = oldest.headline ?? findHeadline(db, articleKey, oldest.revision);
  return rows
    .toReversed()
    .map((row) => ({ ...row, headline: (headline = row.headline ?? headline) }) as unknown as T)
    .toReversed();
}

/** Looks back to the last whole revision at the most. */
function findHeadline(db: Database, articleKey: number, before: number): string {
  const row = prepared<[number, number], { headline: string }>(
    db,
    `SELECT headline FROM revisions WHERE article_key = ? AND revision < ? AND headline IS NOT NULL
     ORDER BY revision DESC LIMIT 1`,
  ).get(articleKey, before);
  return row?.headline ?? '';
}

const headColumns = `revision, saved_at AS savedAt, author, headline, word_count AS wordCount,
  chain_sha256 AS chainSha256`;
const allColumns = `${headColumns}, base, same_start AS sameStart, same_end AS sameEnd, is_compressed AS isCompressed,
  content_sha256 AS contentSha256, payload`;
