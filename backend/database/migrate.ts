import { createHash } from 'node:crypto';
import { closeSync, openSync, renameSync, rmSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { AppError } from '../../core/errors.ts';
import { writeTransaction } from './statement.ts';

/** One step of the database's form. A shipped one never changes: a correction is a further step. */
export interface Migration {
  /** `user_version` after it. */
  version: number;
  name: string;
  sql: string;
  /** What SQL alone cannot do, after it in the same transaction. */
  transform?: (db: Database) => void;
}

/**
 * Brings the database to the last of `migrations`, each in a transaction of its own. A database that holds anything is
 * first copied to `<path>-before-v<version>`. Throws LIBRARY_NEWER for one made by a later program, and writes nothing.
 */
export function migrate(db: Database, migrations: readonly Migration[], now: () => Date): void {
  const found = readVersion(db);
  const known = migrations.length;
  if (found > known) throw new AppError('LIBRARY_NEWER', { path: db.name, found, known });
  if (found > 0 && found < known) backUp(db, `${db.name}-before-v${known}`);
  for (const migration of migrations.slice(found)) apply(db, migration, now);
}

export function readVersion(db: Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/** Names of the applied migrations whose text is not the one in `migrations`. */
export function findChangedMigrations(db: Database, migrations: readonly Migration[]): string[] {
  const rows = db.prepare<[], AppliedRow>('SELECT version, name, sha256 FROM schema_migrations');
  return rows
    .all()
    .filter((row) => {
      const migration = migrations[row.version - 1];
      return migration === undefined || hashMigration(migration) !== row.sha256;
    })
    .map((row) => row.name);
}

/** SHA-256 of a migration's SQL, lower-case hex. */
export function hashMigration(migration: Migration): string {
  return createHash('sha256').update(migration.sql).digest('hex');
}

interface AppliedRow {
  version: number;
  name: string;
  sha256: string;
}

function apply(db: Database, migration: Migration, now: () => Date): void {
  writeTransaction(db, () => {
    db.exec(
      `CREATE TABLE IF NOT EXISTS schema_migrations (
        version INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, applied_at TEXT NOT NULL
      ) STRICT`,
    );
    db.exec(migration.sql);
    migration.transform?.(db);
    db.prepare('INSERT INTO schema_migrations VALUES (?, ?, ?, ?)').run(
      migration.version,
      migration.name,
      hashMigration(migration),
      now().toISOString(),
    );
    db.pragma(`user_version = ${migration.version}`);
  });
}

/** A whole copy under `path`, or none: it gets its name when it is on disk. */
function backUp(db: Database, path: string): void {
  const partial = `${path}.partial`;
  rmSync(partial, { force: true });
  // SQLite fills an empty file and keeps its permissions; one that it makes could be read by everybody.
  closeSync(openSync(partial, 'wx', 0o600));
  db.prepare('VACUUM INTO ?').run(partial);
  renameSync(partial, path);
}
