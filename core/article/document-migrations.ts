import { AppError } from '../errors.ts';
import type { ArticleDocument, DocumentNode } from './document.ts';
import { documentSchemaVersion } from './document-schema.ts';

/** `documentMigrations[n]` turns a document of version n + 1 into one of version n + 2. Frozen once shipped. */
export const documentMigrations: readonly ((doc: DocumentNode) => DocumentNode)[] = [];

/**
 * The document in the current schema version. Throws DOCUMENT_NEWER for one written by a later program;
 * such a document is never rewritten. `migrations` is for tests of the mechanism itself.
 */
export function migrateDocument(
  stored: ArticleDocument,
  migrations = documentMigrations,
  currentVersion = documentSchemaVersion,
): ArticleDocument {
  if (stored.schemaVersion > currentVersion) {
    throw new AppError('DOCUMENT_NEWER', { found: stored.schemaVersion, known: currentVersion });
  }
  let doc = stored.doc;
  for (const migrate of migrations.slice(stored.schemaVersion - 1)) doc = migrate(doc);
  return { schemaVersion: currentVersion, doc };
}
