import type { Migration } from '../migrate.ts';

export const createDirectory: Migration = {
  version: 3,
  name: 'create-directory',
  sql: `
-- People, organisations, places and other names across articles. version: one more at every change.
-- is_automatic: made when a name was confirmed, untouched by hand since.
CREATE TABLE entities (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  aliases TEXT NOT NULL CHECK (json_valid(aliases)),
  titles TEXT NOT NULL CHECK (json_valid(titles)),
  country TEXT,
  note TEXT NOT NULL,
  wikidata TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  is_automatic INTEGER NOT NULL CHECK (is_automatic IN (0, 1))
) STRICT;

-- Folded name and aliases.
CREATE TABLE entity_forms (
  form TEXT NOT NULL,
  entity_key INTEGER NOT NULL REFERENCES entities (key) ON DELETE CASCADE,
  PRIMARY KEY (form, entity_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_forms_by_entity ON entity_forms (entity_key);

-- Whom a confirmed name points to. Written by the backend.
ALTER TABLE annotations ADD COLUMN entity_key INTEGER REFERENCES entities (key) ON DELETE SET NULL;
CREATE INDEX annotations_by_entity ON annotations (entity_key) WHERE entity_key IS NOT NULL;

-- What merging, splitting, changing and removing did, so that it can be taken back. facts: JSON, see services/entity-changes.ts.
CREATE TABLE entity_changes (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  made_at TEXT NOT NULL,
  author TEXT NOT NULL,
  action TEXT NOT NULL,
  undone_at TEXT,
  facts TEXT NOT NULL CHECK (json_valid(facts))
) STRICT;

-- Suggestions that an editor turned down in an article; they are not made there again.
CREATE TABLE rejected_suggestions (
  article_key INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
  fingerprint TEXT NOT NULL,
  rejected_at TEXT NOT NULL,
  PRIMARY KEY (article_key, fingerprint)
) STRICT, WITHOUT ROWID;
`,
};
