import { hash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { AppError } from '../../core/errors.ts';
import type { StoredRevision } from '../database/revisions.ts';
import { getLastRevisionHead, getRevision } from '../database/revisions.ts';
import { applyChange, makeChange } from './revision-change.ts';

/**
 * How revisions are kept small and provable. Each is stored as its change of the one before, so that it costs about what was
 * changed. The first is whole, and so is every sixty-fourth after a whole one, and one whose text is another: no revision needs
 * more than sixty-three others to be read. Every revision's chain hash covers its content, number, author and time, and
 * the chain hash before.
 */

export interface RevisionFacts {
  revision: number;
  savedAt: string;
  author: string;
  headline: string;
  wordCount: number;
}

/** The revision that follows the article's last, and the headline of that one. */
export function makeRevision(
  db: Database,
  { key, id }: { key: number; id: string },
  facts: RevisionFacts,
  payload: Buffer,
): { revision: StoredRevision; lastHeadline: string | undefined } {
  const last = facts.revision === 1 ? undefined : getLast(db, key, facts.revision - 1);
  const contentSha256 = hash('sha256', payload, 'buffer');
  const chainSha256 = hashChain(last?.chainSha256 ?? chainStart(id), contentSha256, facts);
  const { change, whole } = makeStored(last, facts.revision, payload);
  const { revision, headline } = facts;
  remember(db, key, { revision, headline, chainSha256, whole, payload });
  const base = whole === revision ? whole : revision - 1;
  return {
    revision: { ...facts, ...change, base, contentSha256, chainSha256 },
    lastHeadline: last?.headline,
  };
}

/** Plain payload of a stored revision. Throws ARTICLE_DAMAGED where it is not what was written. */
export function readRevisionPayload(
  db: Database,
  { key, id }: { key: number; id: string },
  revision: StoredRevision,
): Buffer {
  return restoreRevision(revision, id, () => readChain(db, key, revision)?.base);
}

/**
 * Plain payload of a stored revision, made from that of its base; `getBase` is not called for a whole one. Throws
 * ARTICLE_DAMAGED where it is not what was written.
 */
export function restoreRevision(
  revision: StoredRevision,
  articleId: string,
  getBase: () => Buffer | undefined,
): Buffer {
  const damaged = (cause?: unknown) =>
    new AppError(
      'ARTICLE_DAMAGED',
      { articleId, revision: revision.revision },
      cause === undefined ? undefined : { cause },
    );
  const base = revision.base === revision.revision ? nothing : getBase();
  if (base === undefined) throw damaged();
  let payload: Buffer;
  try {
    payload = applyChange(base, revision);
  } catch (error) {
    throw damaged(error);
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
  const written = Buffer.from(JSON.stringify([facts.revision, facts.author, facts.savedAt]));
  return hash('sha256', Buffer.concat([before, contentSha256, written]), 'buffer');
}

/** What is remembered of an article's last revision goes when the article goes. */
export function forgetLastRevision(db: Database, articleKey: number): void {
  lastRevisions.get(db)?.delete(articleKey);
}

const wholeInterval = 64;
const nothing = Buffer.alloc(0);

interface LastRevision {
  revision: number;
  headline: string;
  chainSha256: Buffer;
  /** The whole revision from which it is made. */
  whole: number;
  /** Plain; undefined where it cannot be read. */
  payload: Buffer | undefined;
}

function makeStored(last: LastRevision | undefined, revision: number, payload: Buffer) {
  if (last?.payload !== undefined && revision - last.whole < wholeInterval) {
    const change = makeChange(last.payload, payload);
    if (change.payload.length <= Math.max(600, payload.length / 16))
      return { change, whole: last.whole };
    const whole = makeChange(nothing, payload);
    // A little more for the whole: it also ends the chain.
    if (change.payload.length * 1.1 < whole.payload.length) return { change, whole: last.whole };
    return { change: whole, whole: revision };
  }
  return { change: makeChange(nothing, payload), whole: revision };
}

/**
 * The last revision of each of the articles at work. One of a save that was then undone stays here, and is never asked for:
 * the next save of the article takes its place under the same number.
 */
const lastRevisions = new WeakMap<Database, Map<number, LastRevision>>();
const rememberedArticles = 8;

function getLast(db: Database, articleKey: number, revision: number): LastRevision | undefined {
  const remembered = lastRevisions.get(db)?.get(articleKey);
  if (remembered?.revision === revision) return remembered;
  const head = getLastRevisionHead(db, articleKey);
  if (head === undefined) return undefined;
  const unreadable = { ...head, whole: revision, payload: undefined };
  const stored = getRevision(db, articleKey, head.revision);
  const chain = stored === undefined ? undefined : readChain(db, articleKey, stored);
  if (stored === undefined || chain === undefined || head.revision !== revision) return unreadable;
  try {
    return { ...head, whole: chain.whole, payload: restoreRevision(stored, '', () => chain.base) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return unreadable;
  }
}

function remember(db: Database, articleKey: number, last: LastRevision): void {
  let known = lastRevisions.get(db);
  if (known === undefined) {
    known = new Map();
    lastRevisions.set(db, known);
  }
  known.delete(articleKey);
  known.set(articleKey, last);
  for (const oldest of known.keys()) {
    if (known.size <= rememberedArticles) break;
    known.delete(oldest);
  }
}

/** Plain payload of the base, and the number of the whole revision; undefined where a link is missing or broken. */
function readChain(
  db: Database,
  articleKey: number,
  revision: StoredRevision,
): { base: Buffer; whole: number } | undefined {
  const links: StoredRevision[] = [];
  let link = revision;
  while (link.base !== link.revision) {
    const before = getRevision(db, articleKey, link.base);
    // A base is always an earlier one: numbers only fall.
    if (before === undefined || before.base > before.revision) return undefined;
    links.push(before);
    link = before;
  }
  let base: Buffer = nothing;
  try {
    for (const before of links.toReversed()) base = applyChange(base, before);
  } catch {
    return undefined;
  }
  return { base, whole: link.revision };
}
