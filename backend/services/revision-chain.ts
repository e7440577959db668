import { createHash, hash } from 'node:crypto';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Database } from 'better-sqlite3';
import { AppError } from '../../core/errors.ts';
import type { RevisionHead, StoredRevision } from '../database/revisions.ts';
import { getRevision } from '../database/revisions.ts';

/**
 * How revisions are kept small and provable. A keyframe is compressed alone; the revisions after it are compressed with
 * its plain payload as dictionary, so that each costs about what was changed. A new keyframe comes every fifty revisions, or when
 * the text has moved far from the last. Every revision's chain hash covers its content, number, author and time, and the chain hash before.
 */

export interface RevisionFacts {
  revision: number;
  savedAt: string;
  author: string;
  headline: string;
  wordCount: number;
}

/** The revision that follows `last` (undefined: the first) of the article. */
export function makeRevision(
  db: Database,
  { key, id }: { key: number; id: string },
  last: RevisionHead | undefined,
  facts: RevisionFacts,
  payload: Buffer,
): StoredRevision {
  const contentSha256 = hash('sha256', payload, 'buffer');
  const chainSha256 = hashChain(last?.chainSha256 ?? chainStart(id), contentSha256, facts);
  const common = { ...facts, contentSha256, chainSha256 };
  if (last !== undefined && facts.revision - last.keyframe < keyframeInterval) {
    const dictionary = getKeyframe(db, key, last.keyframe);
    const compressed =
      dictionary === undefined ? undefined : zstdCompressSync(payload, { dictionary });
    if (compressed !== undefined && compressed.length <= longestChange(payload)) {
      return { ...common, keyframe: last.keyframe, payload: compressed };
    }
  }
  return { ...common, keyframe: facts.revision, payload: zstdCompressSync(payload) };
}

/** Plain payload of a stored revision. Throws ARTICLE_DAMAGED where it is not what was written. */
export function readRevisionPayload(
  db: Database,
  { key, id }: { key: number; id: string },
  revision: StoredRevision,
): Buffer {
  const damaged = (cause?: unknown) =>
    new AppError(
      'ARTICLE_DAMAGED',
      { articleId: id, revision: revision.revision },
      cause === undefined ? undefined : { cause },
    );
  let payload: Buffer;
  try {
    if (revision.keyframe === revision.revision) payload = zstdDecompressSync(revision.payload);
    else {
      const dictionary = getKeyframe(db, key, revision.keyframe);
      if (dictionary === undefined) throw damaged();
      payload = zstdDecompressSync(revision.payload, { dictionary });
    }
  } catch (error) {
    throw error instanceof AppError ? error : damaged(error);
  }
  if (!hash('sha256', payload, 'buffer').equals(revision.contentSha256)) throw damaged();
  return payload;
}

/** Chain hash before the first revision: no chain fits another article. */
export function chainStart(articleId: string): Buffer {
  return hash('sha256', articleId, 'buffer');
}

export function hashChain(
  before: Buffer,
  contentSha256: Buffer,
  facts: Pick<RevisionFacts, 'revision' | 'author' | 'savedAt'>,
): Buffer {
  return createHash('sha256')
    .update(before)
    .update(contentSha256)
    .update(JSON.stringify([facts.revision, facts.author, facts.savedAt]))
    .digest();
}

/** What is remembered of an article's keyframes goes when the article goes. */
export function forgetKeyframes(db: Database, articleKey: number): void {
  keyframes.get(db)?.delete(articleKey);
}

const keyframeInterval = 50;

/**
 * Bytes from which on a keyframe of its own comes cheaper than one more change that grows with every save. With the rest of
 * its row a small one fits into a page beside others; a row past a thousand bytes takes a page of its own.
 */
function longestChange(payload: Buffer): number {
  return Math.max(600, payload.length / 16);
}

/** Plain payload of the last keyframe used of each of the articles at work. */
const keyframes = new WeakMap<Database, Map<number, { revision: number; payload: Buffer }>>();
const rememberedKeyframes = 8;

/** Undefined where it is missing or not what was written. */
function getKeyframe(db: Database, articleKey: number, revision: number): Buffer | undefined {
  let known = keyframes.get(db);
  if (known === undefined) {
    known = new Map();
    keyframes.set(db, known);
  }
  const remembered = known.get(articleKey);
  if (remembered?.revision === revision) return remembered.payload;
  const stored = getRevision(db, articleKey, revision);
  if (stored === undefined || stored.keyframe !== revision) return undefined;
  let payload: Buffer;
  try {
    payload = zstdDecompressSync(stored.payload);
  } catch {
    return undefined;
  }
  if (!hash('sha256', payload, 'buffer').equals(stored.contentSha256)) return undefined;
  known.delete(articleKey);
  known.set(articleKey, { revision, payload });
  for (const oldest of known.keys()) {
    if (known.size <= rememberedKeyframes) break;
    known.delete(oldest);
  }
  return payload;
}
