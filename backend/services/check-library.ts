import { hash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { zstdDecompressSync } from 'node:zlib';
import { AppError } from '../../core/errors.ts';
import { toPlainText } from '../../core/article/plain-text.ts';
import type { ArticleDocument } from '../../core/article/document.ts';
import { searchText } from '../../core/search/search-text.ts';
import type { StoredArticle } from '../database/articles.ts';
import { getArticle, listArticleKeys } from '../database/articles.ts';
import { getAsset, listAssetHashes } from '../database/assets.ts';
import { getDocument } from '../database/documents.ts';
import { getImportBytes } from '../database/imports.ts';
import {
  checkIntegrity,
  countStrayIndexRows,
  getIndexState,
  getIndexedWordCounts,
  isFoundBy,
} from '../database/integrity.ts';
import { findChangedMigrations } from '../database/migrate.ts';
import { migrations } from '../database/migrations/migrations.ts';
import { countRevisions, iterateRevisions } from '../database/revisions.ts';
import { getIndexedText, headlineForSearch } from '../database/search-index.ts';
import type { Library } from '../library.ts';
import { readPayload, toPayload } from './article-content.ts';
import { summarizeText } from './prepare-document.ts';
import { chainStart, hashChain, restoreRevision } from './revision-chain.ts';

export interface LibraryCheck {
  ok: boolean;
  articles: number;
  revisions: number;
  problems: { articleId: string | null; problem: string }[];
}

/**
 * Reads every page, document, revision, import, asset and index row, and says what is not as it was written. Changes
 * nothing. Other calls are answered in between; each article is read in one piece.
 */
export async function checkLibrary(library: Library): Promise<LibraryCheck> {
  const { db } = library;
  const problems: LibraryCheck['problems'] = [];
  const report = (articleId: string | null) => (problem: string) => {
    problems.push({ articleId, problem });
  };
  const attempt = (articleId: string | null, work: () => void) => {
    try {
      work();
    } catch (error) {
      report(articleId)(describeFailure(error));
    }
  };

  attempt(null, () => checkIntegrity(db).forEach(report(null)));
  if (problems.length > 0) library.mistrust();
  attempt(null, () => {
    for (const name of findChangedMigrations(db, migrations))
      report(null)(`migration ${name} is not the one this program has`);
    const stray = countStrayIndexRows(db);
    if (stray > 0) report(null)(`the search index has ${stray} rows of no article`);
  });

  let articles: { key: number; id: string }[] = [];
  let revisions = 0;
  attempt(null, () => {
    articles = listArticleKeys(db);
    revisions = countRevisions(db);
  });
  for (const { id } of articles) {
    attempt(id, () => {
      const stored = getArticle(db, id);
      if (stored === undefined) return;
      const text = checkDocument(db, stored, report(id));
      checkRevisions(db, stored, report(id));
      if (text !== undefined) checkIndex(db, stored, text, report(id));
      checkImport(db, stored, report(id));
    });
    await setImmediate();
  }
  attempt(null, () => {
    for (const sha256 of listAssetHashes(db)) {
      const asset = getAsset(db, sha256);
      if (asset === undefined || !hash('sha256', asset.bytes, 'buffer').equals(sha256))
        report(null)(`image ${sha256.toString('hex')} is not what was stored`);
    }
  });
  return { ok: problems.length === 0, articles: articles.length, revisions, problems };
}

type Database = Library['db'];
type Report = (problem: string) => void;

/** The document's plain text; undefined where there is no sound document. */
function checkDocument(db: Database, stored: StoredArticle, report: Report): string | undefined {
  const document = getDocument(db, stored.key);
  if (document === undefined) {
    report('the document is missing');
    return undefined;
  }
  if (!hash('sha256', document.json, 'buffer').equals(document.sha256)) {
    report('the document is not what was saved');
    return undefined;
  }
  const { text } = toPlainText((JSON.parse(document.json.toString()) as ArticleDocument).doc);
  const { wordCount, opening } = summarizeText(text);
  if (stored.article.wordCount !== wordCount || stored.opening !== opening)
    report('the list shows other words than the document has');
  return text;
}

function checkRevisions(db: Database, { key, article }: StoredArticle, report: Report): void {
  let before = chainStart(article.id);
  let expected = 1;
  /** By revision, as they are on disk: what the next may be made from is the one before, or the last whole one. */
  const bases = new Map<number, Buffer>();
  let whole = 0;
  let last: Buffer | undefined;
  for (const revision of iterateRevisions(db, key)) {
    const name = `revision ${revision.revision}`;
    if (revision.revision !== expected) report(`revision ${expected} is missing`);
    try {
      last = restoreRevision(revision, article.id, () => bases.get(revision.base));
      if (revision.base === revision.revision) whole = revision.revision;
      for (const base of bases.keys()) if (base !== whole) bases.delete(base);
      bases.set(revision.revision, last);
      const { headline } = readPayload(last).fields;
      if (headline !== revision.headline) report(`${name} has another headline in the list`);
    } catch (error) {
      last = undefined;
      report(`${name} cannot be read: ${describeFailure(error)}`);
    }
    if (!hashChain(before, revision.contentSha256, revision).equals(revision.chainSha256))
      report(`${name} breaks the chain`);
    before = revision.chainSha256;
    expected = revision.revision + 1;
  }
  if (expected !== article.revision + 1) report(`revision ${article.revision} is missing`);
  const document = getDocument(db, key);
  if (last === undefined || document === undefined) return;
  if (!toPayload(article, [document.json]).bytes.equals(last))
    report('the article is not its last revision');
}

/** A row that is only waiting to be indexed is no problem: every search indexes it first. */
function checkIndex(
  db: Database,
  { key, article }: StoredArticle,
  text: string,
  report: Report,
): void {
  const state = getIndexState(db, key);
  if (state === undefined) return;
  if (Math.abs(state.searchRow) !== state.changeSequence) return;
  if (state.searchRow < 0 !== state.isTrashed) {
    report('the search index has it on the wrong side of the trash');
    return;
  }
  const columns = [headlineForSearch(article), searchText(text)].map(splitWords);
  const counts = getIndexedWordCounts(db, state.searchRow);
  const isWhole =
    counts !== undefined &&
    columns.every((words, column) => words.length === (counts[column] ?? 0)) &&
    getIndexedText(db, key) === text &&
    columns.every((words) => words.length === 0 || isFoundBy(db, state.searchRow, sample(words)));
  if (!isWhole) report('the search index does not hold its words');
}

function checkImport(db: Database, { key }: StoredArticle, report: Report): void {
  const original = getImportBytes(db, key);
  if (original === undefined) return;
  if (!hash('sha256', zstdDecompressSync(original.bytes), 'buffer').equals(original.sha256))
    report('the imported original is not what was imported');
}

function splitWords(text: string): string[] {
  return text.split(' ').filter(Boolean);
}

/** Words from the middle: together with the count they tell one text from another version of it. */
function sample(words: readonly string[]): string[] {
  const middle = Math.floor(words.length / 2);
  return words.slice(middle, middle + 4);
}

function describeFailure(error: unknown): string {
  if (error instanceof AppError) return error.code;
  if (error instanceof Error && 'code' in error) return String(error.code);
  return error instanceof Error ? error.name : 'unknown';
}
