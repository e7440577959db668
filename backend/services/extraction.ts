import type { Database } from 'better-sqlite3';
import type { Extraction } from '../../core/extraction/extract.ts';
import type { KnownName } from '../../core/extraction/names/find-names.ts';
import { allEntities, directoryState } from '../database/entities.ts';
import { deleteRejected, listRejected, putRejected } from '../database/rejected-suggestions.ts';
import { writeTransaction } from '../database/statement.ts';
import type { Extractor } from '../extraction/extractor.ts';
import type { Library } from '../library.ts';
import { findArticle } from './find-article.ts';

/**
 * Names, dates and statements in a text of an article as it is on the page, saved or not; the newsroom's directory is
 * known. Throws what `Extractor.find` throws.
 */
export function findInText(
  library: Library,
  extractor: Extractor,
  input: { articleId: string; text: string; publishedOn: string | null },
): Promise<Extraction> {
  const { articleId, text, publishedOn } = input;
  const day = publishedOn === null || publishedOn.length < 10 ? null : publishedOn.slice(0, 10);
  return extractor.find(articleId, text, { publishedOn: day, known: knownNames(library.db) });
}

/** What was turned down is not suggested in the article again, until it is taken back. Throws NOT_FOUND. */
export function decideSuggestions(
  library: Library,
  input: { articleId: string; reject: readonly string[]; allow: readonly string[] },
): string[] {
  const { db } = library;
  return writeTransaction(db, () => {
    const { key } = findArticle(library, input.articleId);
    const now = library.now().toISOString();
    for (const fingerprint of input.reject) putRejected(db, key, fingerprint, now);
    for (const fingerprint of input.allow) deleteRejected(db, key, fingerprint);
    return listRejected(db, key);
  });
}

/** The same list until the directory changes. */
function knownNames(db: Database): readonly KnownName[] {
  const state = directoryState(db);
  const kept = knownByDatabase.get(db);
  if (kept?.state === state) return kept.known;
  const known = allEntities(db).map(({ id, fields: { kind, name, aliases, country } }) => ({
    id,
    kind,
    canonical: name,
    aliases,
    country,
  }));
  knownByDatabase.set(db, { state, known });
  return known;
}

const knownByDatabase = new WeakMap<Database, { state: string; known: readonly KnownName[] }>();
