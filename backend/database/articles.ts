import type { Database } from 'better-sqlite3';
import type { Article, ArticleFields, ArticleSummary } from '../../core/article/article.ts';
import { prepared } from './statement.ts';

/** `key` names an article inside this file only; whatever leaves the library uses its `id`. */
export interface StoredArticle {
  key: number;
  article: Article;
  /** First words of the body. */
  opening: string;
}

/** What a save changes in the record, apart from its fields. */
export interface ArticleState {
  updatedAt: string;
  revision: number;
  wordCount: number;
  /** First words of the body. */
  opening: string;
}

export function getArticle(db: Database, id: string): StoredArticle | undefined {
  const row = prepared<[string], ArticleRow>(db, `SELECT * FROM articles WHERE id = ?`).get(id);
  return row === undefined ? undefined : toStoredArticle(row);
}

/** Inserts a record; answers its key. */
export function insertArticle(
  db: Database,
  id: string,
  fields: ArticleFields,
  state: ArticleState,
): number {
  const { updatedAt, revision, wordCount, opening } = state;
  const result = prepared<unknown[]>(db, insertion).run(
    id,
    updatedAt,
    updatedAt,
    revision,
    wordCount,
    opening,
    nextChange(db),
    ...toFieldValues(fields),
  );
  return Number(result.lastInsertRowid);
}

/** Writes fields and state, and makes the article the newest. */
export function updateArticle(
  db: Database,
  key: number,
  fields: ArticleFields,
  state: ArticleState,
): void {
  const { updatedAt, revision, wordCount, opening } = state;
  prepared<unknown[]>(db, update).run(
    updatedAt,
    revision,
    wordCount,
    opening,
    nextChange(db),
    ...toFieldValues(fields),
    key,
  );
}

/** Puts an article into the trash, or takes it out with null, and makes it the newest there. */
export function setDeletedAt(db: Database, key: number, deletedAt: string | null): void {
  prepared<[string | null, number, number]>(
    db,
    'UPDATE articles SET deleted_at = ?, change_sequence = ? WHERE key = ?',
  ).run(deletedAt, nextChange(db), key);
}

/** Removes the record and everything that hangs on it. */
export function deleteArticle(db: Database, key: number): void {
  prepared<[number]>(
    db,
    'DELETE FROM article_search WHERE rowid = (SELECT search_row FROM articles WHERE key = ?)',
  ).run(key);
  prepared<[number]>(db, 'DELETE FROM articles WHERE key = ?').run(key);
}

export interface ListedArticle {
  key: number;
  changeSequence: number;
  summary: Omit<ArticleSummary, 'snippet'>;
}

/** Newest change first, those changed before `before`. */
export function listArticles(
  db: Database,
  { trash, before, limit }: { trash: boolean; before: number; limit: number },
): ListedArticle[] {
  return prepared<[number, number], SummaryRow>(
    db,
    `SELECT ${summaryColumns} FROM articles
     WHERE deleted_at IS ${trash ? 'NOT NULL' : 'NULL'} AND change_sequence < ?
     ORDER BY change_sequence DESC LIMIT ?`,
  )
    .all(before, limit)
    .map(toListedArticle);
}

export function countArticles(db: Database, trash: boolean): number {
  return (
    prepared<[], { count: number }>(
      db,
      `SELECT count(*) AS count FROM articles WHERE deleted_at IS ${trash ? 'NOT NULL' : 'NULL'}`,
    ).get()?.count ?? 0
  );
}

/** Every article's key and id, in the order they were made. */
export function listArticleKeys(db: Database): { key: number; id: string }[] {
  return prepared<[], { key: number; id: string }>(
    db,
    'SELECT key, id FROM articles ORDER BY key',
  ).all();
}

export interface SummaryRow {
  key: number;
  id: string;
  headline: string;
  kicker: string;
  status: ArticleSummary['status'];
  language: string;
  desk: string;
  word_count: number;
  published_on: string | null;
  updated_at: string;
  revision: number;
  deleted_at: string | null;
  opening: string;
  change_sequence: number;
}

export const summaryColumns = `articles.key, articles.id, articles.headline, articles.kicker, articles.status,
  articles.language, articles.desk, articles.word_count, articles.published_on, articles.updated_at,
  articles.revision, articles.deleted_at, articles.opening, articles.change_sequence`;

export function toListedArticle(row: SummaryRow): ListedArticle {
  return {
    key: row.key,
    changeSequence: row.change_sequence,
    summary: {
      id: row.id,
      headline: row.headline,
      kicker: row.kicker,
      status: row.status,
      language: row.language,
      desk: row.desk,
      wordCount: row.word_count,
      publishedOn: row.published_on,
      updatedAt: row.updated_at,
      revision: row.revision,
      deletedAt: row.deleted_at,
      opening: row.opening,
    },
  };
}

/** More than any article has. This process alone writes, so that the last one need be looked up once. */
function nextChange(db: Database): number {
  const next = (lastChanges.get(db) ?? findLastChange(db)) + 1;
  lastChanges.set(db, next);
  return next;
}

const lastChanges = new WeakMap<Database, number>();

function findLastChange(db: Database): number {
  const row = prepared<[], { last: number }>(
    db,
    `SELECT max(
       coalesce((SELECT max(change_sequence) FROM articles WHERE deleted_at IS NULL), 0),
       coalesce((SELECT max(change_sequence) FROM articles WHERE deleted_at IS NOT NULL), 0)
     ) AS last`,
  ).get();
  return row?.last ?? 0;
}

const fieldColumns = [
  'headline',
  'kicker',
  'deck',
  'slug',
  'bylines',
  'dateline_place',
  'dateline_date',
  'desk',
  'language',
  'tags',
  'published_on',
  'status',
] as const;

const stateColumns = [
  'updated_at',
  'revision',
  'word_count',
  'opening',
  'change_sequence',
] as const;

/** Written out once, and with values by their place: every save binds them. */
const insertion = `INSERT INTO articles (id, created_at, ${[...stateColumns, ...fieldColumns].join(', ')})
  VALUES (${Array.from({ length: 2 + stateColumns.length + fieldColumns.length }, () => '?').join(', ')})`;
const update = `UPDATE articles
  SET ${[...stateColumns, ...fieldColumns].map((column) => `${column} = ?`).join(', ')} WHERE key = ?`;

interface FieldRow {
  headline: string;
  kicker: string;
  deck: string;
  slug: string;
  bylines: string;
  dateline_place: string;
  dateline_date: string | null;
  desk: string;
  language: string;
  tags: string;
  published_on: string | null;
  status: ArticleFields['status'];
}

interface ArticleRow extends FieldRow {
  key: number;
  id: string;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
  revision: number;
  word_count: number;
  opening: string;
  change_sequence: number;
  search_row: number;
}

/** In the order of `fieldColumns`. */
function toFieldValues(fields: ArticleFields): (string | null)[] {
  return [
    fields.headline,
    fields.kicker,
    fields.deck,
    fields.slug,
    JSON.stringify(fields.bylines),
    fields.dateline.place,
    fields.dateline.date,
    fields.desk,
    fields.language,
    JSON.stringify(fields.tags),
    fields.publishedOn,
    fields.status,
  ];
}

function toStoredArticle(row: ArticleRow): StoredArticle {
  return {
    key: row.key,
    opening: row.opening,
    article: {
      headline: row.headline,
      kicker: row.kicker,
      deck: row.deck,
      slug: row.slug,
      bylines: JSON.parse(row.bylines) as string[],
      dateline: { place: row.dateline_place, date: row.dateline_date },
      desk: row.desk,
      language: row.language,
      tags: JSON.parse(row.tags) as string[],
      publishedOn: row.published_on,
      status: row.status,
      id: row.id,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
      revision: row.revision,
      wordCount: row.word_count,
      deletedAt: row.deleted_at,
    },
  };
}
