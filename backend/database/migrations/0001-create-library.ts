import type { Migration } from '../migrate.ts';

export const createLibrary: Migration = {
  version: 1,
  name: 'create-library',
  sql: `
-- What lists show. Documents are apart, so that a list never reads them.
-- change_sequence: one more than the largest so far at every change; lists are ordered by it, never by the clock.
-- search_row: the article's row in article_search (its change_sequence, negative in the trash); 0: in none.
-- While its size is not change_sequence, the article is still to be indexed. A save touches few pages and no index of it.
CREATE TABLE articles (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  headline TEXT NOT NULL,
  kicker TEXT NOT NULL,
  deck TEXT NOT NULL,
  slug TEXT NOT NULL,
  bylines TEXT NOT NULL CHECK (json_valid(bylines)),
  dateline_place TEXT NOT NULL,
  dateline_date TEXT,
  desk TEXT NOT NULL,
  language TEXT NOT NULL,
  tags TEXT NOT NULL CHECK (json_valid(tags)),
  published_on TEXT,
  status TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  word_count INTEGER NOT NULL CHECK (word_count >= 0),
  opening TEXT NOT NULL,
  change_sequence INTEGER NOT NULL,
  search_row INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX articles_by_change ON articles (change_sequence) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX trashed_articles_by_change ON articles (change_sequence) WHERE deleted_at IS NOT NULL;

-- document: canonical JSON in UTF-8. sha256: of it.
CREATE TABLE article_documents (
  article_key INTEGER PRIMARY KEY REFERENCES articles (key) ON DELETE CASCADE,
  schema_version INTEGER NOT NULL,
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  document BLOB NOT NULL
) STRICT;

-- Plain text of the document as it was indexed, for the snippets of what is found. UTF-16LE: every row of a page of results
-- is read, and UTF-8 takes ten times as long to become a string.
CREATE TABLE article_texts (
  article_key INTEGER PRIMARY KEY REFERENCES articles (key) ON DELETE CASCADE,
  text BLOB NOT NULL
) STRICT;

-- Folded words; rowid is articles.search_row. A prefix of two or three letters must not read every word.
CREATE VIRTUAL TABLE article_search USING fts5 (
  headline, body, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '2 3'
);

-- payload: zstd of the fields and document; its dictionary is the plain payload of the revision named by keyframe, none
-- where that is the revision itself. content_sha256: of the plain payload. chain_sha256: of the revision and the one before.
CREATE TABLE revisions (
  article_key INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  saved_at TEXT NOT NULL,
  author TEXT NOT NULL,
  headline TEXT NOT NULL,
  word_count INTEGER NOT NULL,
  keyframe INTEGER NOT NULL CHECK (keyframe <= revision),
  content_sha256 BLOB NOT NULL CHECK (length(content_sha256) = 32),
  chain_sha256 BLOB NOT NULL CHECK (length(chain_sha256) = 32),
  payload BLOB NOT NULL,
  PRIMARY KEY (article_key, revision)
) STRICT, WITHOUT ROWID;

-- Names, dates and sources. The same id may stand in two articles: marks are copied with their text.
CREATE TABLE annotations (
  article_key INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  value TEXT NOT NULL CHECK (json_valid(value)),
  state TEXT NOT NULL,
  origin TEXT NOT NULL,
  PRIMARY KEY (article_key, id)
) STRICT, WITHOUT ROWID;

-- UTF-16 offsets into the plain text of the document, end exclusive.
CREATE TABLE annotation_places (
  article_key INTEGER NOT NULL,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  annotation_id TEXT NOT NULL,
  surface TEXT NOT NULL,
  PRIMARY KEY (article_key, start_offset, end_offset, annotation_id),
  FOREIGN KEY (article_key, annotation_id) REFERENCES annotations (article_key, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX annotation_places_by_annotation ON annotation_places (article_key, annotation_id);

-- sha256, size: of the bytes as they came; bytes and text (the decoded original) are zstd.
CREATE TABLE imports (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  article_key INTEGER NOT NULL UNIQUE REFERENCES articles (key) ON DELETE CASCADE,
  file_name TEXT NOT NULL,
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  size INTEGER NOT NULL,
  encoding TEXT NOT NULL,
  format TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  changes TEXT NOT NULL CHECK (json_valid(changes)),
  text BLOB NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
CREATE INDEX imports_by_sha256 ON imports (sha256);

CREATE TABLE assets (
  sha256 BLOB PRIMARY KEY CHECK (length(sha256) = 32),
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`,
};
