import type { Database } from 'better-sqlite3';
import { prepared } from './statement.ts';

/** An article's document as it lies in the library. Whether `json` is what was written, `sha256` says. */
export interface StoredDocument {
  schemaVersion: number;
  sha256: Buffer;
  /** Canonical JSON of `{ schemaVersion, doc }`, in UTF-8. */
  json: Buffer;
}

export function getDocument(db: Database, articleKey: number): StoredDocument | undefined {
  return prepared<[number], StoredDocument>(
    db,
    `SELECT schema_version AS schemaVersion, sha256, document AS json
     FROM article_documents WHERE article_key = ?`,
  ).get(articleKey);
}

/** Version and hash alone, without reading the document. */
export function getDocumentHead(
  db: Database,
  articleKey: number,
): Omit<StoredDocument, 'json'> | undefined {
  return prepared<[number], Omit<StoredDocument, 'json'>>(
    db,
    `SELECT schema_version AS schemaVersion, sha256 FROM article_documents WHERE article_key = ?`,
  ).get(articleKey);
}

export function putDocument(
  db: Database,
  articleKey: number,
  { schemaVersion, sha256, json }: StoredDocument,
): void {
  prepared<[number, number, Buffer, Buffer]>(
    db,
    `INSERT INTO article_documents VALUES (?, ?, ?, ?)
     ON CONFLICT (article_key) DO UPDATE SET schema_version = excluded.schema_version,
       sha256 = excluded.sha256, document = excluded.document`,
  ).run(articleKey, schemaVersion, sha256, json);
}
