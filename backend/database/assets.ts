import type { Database } from 'better-sqlite3';
import { prepared } from './statement.ts';

export interface StoredAsset {
  sha256: Buffer;
  mediaType: string;
  size: number;
  bytes: Buffer;
}

/** Stores an asset once; one with the same bytes is already there. */
export function putAsset(db: Database, asset: StoredAsset): void {
  prepared<[Record<string, unknown>]>(
    db,
    'INSERT INTO assets VALUES (:sha256, :mediaType, :size, :bytes) ON CONFLICT (sha256) DO NOTHING',
  ).run({ ...asset });
}

export function getAsset(db: Database, sha256: Buffer): StoredAsset | undefined {
  return prepared<[Buffer], StoredAsset>(
    db,
    'SELECT sha256, media_type AS mediaType, size, bytes FROM assets WHERE sha256 = ?',
  ).get(sha256);
}

/** Hashes of all assets, for checks. */
export function listAssetHashes(db: Database): Buffer[] {
  return prepared<[], { sha256: Buffer }>(db, 'SELECT sha256 FROM assets')
    .all()
    .map((row) => row.sha256);
}
