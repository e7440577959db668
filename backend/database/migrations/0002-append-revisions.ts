import type { Migration } from '../migrate.ts';

export const appendRevisions: Migration = {
  version: 2,
  name: 'append-revisions',
  sql: `
-- In the order in which they were saved, so that each fills the last page up; by article they would split half-full pages.
-- payload: what stands between the first same_start and the last same_end bytes that the plain payload shares with that of
-- the revision named by base. is_compressed: zstd, whose dictionary is what stands there in the base; none where it is
-- nothing. Where base is the revision itself, nothing is shared and payload is the whole.
-- headline: NULL where it is that of the revision before; a whole revision has its own.
-- content_sha256: of the plain payload. chain_sha256: of the revision and the one before.
ALTER TABLE revisions RENAME TO revisions_by_article;
CREATE TABLE revisions (
  key INTEGER PRIMARY KEY,
  article_key INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  saved_at TEXT NOT NULL,
  author TEXT NOT NULL,
  headline TEXT,
  word_count INTEGER NOT NULL,
  base INTEGER NOT NULL CHECK (base BETWEEN 1 AND revision),
  same_start INTEGER NOT NULL CHECK (same_start >= 0),
  same_end INTEGER NOT NULL CHECK (same_end >= 0),
  is_compressed INTEGER NOT NULL CHECK (is_compressed IN (0, 1)),
  content_sha256 BLOB NOT NULL CHECK (length(content_sha256) = 32),
  chain_sha256 BLOB NOT NULL CHECK (length(chain_sha256) = 32),
  payload BLOB NOT NULL,
  UNIQUE (article_key, revision),
  CHECK (headline IS NOT NULL OR base < revision)
) STRICT;
INSERT INTO revisions (article_key, revision, saved_at, author, headline, word_count, base, same_start, same_end,
    is_compressed, content_sha256, chain_sha256, payload)
  SELECT article_key, revision, saved_at, author, headline, word_count, keyframe, 0, 0, 1, content_sha256, chain_sha256,
    payload
  FROM revisions_by_article ORDER BY article_key, revision;
DROP TABLE revisions_by_article;

-- Four letters too: that is what a beginning of three comes to with a particle before it, and what is typed next. The index
-- holds no text to be made anew from, so that every article is to be indexed again.
DROP TABLE article_search;
CREATE VIRTUAL TABLE article_search USING fts5 (
  headline, body, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '2 3 4'
);
UPDATE articles SET search_row = 0;
`,
};
