import { closeSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';
import { AppError } from '../../core/errors.ts';
import type { Migration } from './migrate.ts';
import { migrate, readVersion } from './migrate.ts';
import { applicationId, hasPendingWal, readFileHeader } from './sqlite-file.ts';

/**
 * Opens the library's file, made where it is missing, in the one way it is ever opened, and brings it to the last of
 * `migrations`. Its pages are checked before, and need not be where `isChecked` and nothing is to be migrated. The caller
 * holds the library's lock.
 * Throws LIBRARY_NOT_A_LIBRARY, LIBRARY_NEWER (nothing written), LIBRARY_DAMAGED, LIBRARY_UNREACHABLE.
 */
export function openDatabase(
  path: string,
  migrations: readonly Migration[],
  now: () => Date,
  { isChecked }: { isChecked: boolean } = { isChecked: false },
): Database.Database {
  const { kind, version } = readFileHeader(path);
  if (kind === 'other') throw new AppError('LIBRARY_NOT_A_LIBRARY', { path });
  if (kind === 'library') refuseNewer(path, version, migrations.length);
  // Readable by its owner alone; SQLite gives its companions the same permissions.
  if (kind === 'missing') closeSync(openSync(path, 'a', 0o600));
  let db: Database.Database | undefined;
  try {
    db = new Database(path, { timeout: busyTimeout });
    mark(db);
    setPragmas(db);
    if (!isChecked || readVersion(db) < migrations.length) checkPages(db);
    migrate(db, migrations, now);
    return db;
  } catch (error) {
    db?.close();
    throw toOpenError(error, path);
  }
}

const busyTimeout = 5000;

/** What is set on every open, and what must then be answered. Compiled-in defaults are not relied on. */
const pragmas: readonly { name: string; value: string; answer: string | number }[] = [
  { name: 'journal_mode', value: 'WAL', answer: 'wal' },
  // In WAL, NORMAL loses acknowledged saves in a power cut.
  { name: 'synchronous', value: 'FULL', answer: 2 },
  { name: 'foreign_keys', value: 'ON', answer: 1 },
  { name: 'busy_timeout', value: String(busyTimeout), answer: busyTimeout },
  { name: 'trusted_schema', value: 'OFF', answer: 0 },
  { name: 'cell_size_check', value: 'ON', answer: 1 },
  // Pages: as `write-ahead-log.ts` empties it in pauses, no save should have to.
  { name: 'wal_autocheckpoint', value: '2000', answer: 2000 },
  // A WAL that grew in a large transaction is cut back after the next checkpoint.
  { name: 'journal_size_limit', value: '16777216', answer: 16_777_216 },
];

/** On macOS an ordinary fsync leaves data in the drive's cache. Elsewhere these are set and mean nothing. */
const syncPragmas = [
  { name: 'fullfsync', value: 'ON', answer: 1 },
  { name: 'checkpoint_fullfsync', value: 'ON', answer: 1 },
];

function setPragmas(db: Database.Database): void {
  for (const { name, value, answer } of [...pragmas, ...syncPragmas]) {
    db.pragma(`${name} = ${value}`);
    const found = db.pragma(name, { simple: true });
    if (found !== answer) {
      throw new AppError('LIBRARY_UNREACHABLE', {
        path: db.name,
        reason: `${name} = ${String(found)}`,
      });
    }
  }
}

/** Before WAL, so that the mark stands in the file itself from its first page on. */
function mark(db: Database.Database): void {
  if (db.pragma('application_id', { simple: true }) === applicationId) return;
  const { tables } = db
    .prepare<[], { tables: number }>('SELECT count(*) AS tables FROM sqlite_schema')
    .get() ?? { tables: 0 };
  if (tables > 0) throw new AppError('LIBRARY_NOT_A_LIBRARY', { path: db.name });
  db.pragma(`application_id = ${applicationId}`);
}

function checkPages(db: Database.Database): void {
  const answer = db.pragma('quick_check(1)', { simple: true });
  if (answer !== 'ok') throw new AppError('LIBRARY_DAMAGED', { path: db.name });
}

/**
 * A newer library must not be written, and closing an ordinary connection writes: it moves the WAL into the file. So
 * its header is read, or, where a WAL is pending, a read-only connection is asked.
 */
function refuseNewer(path: string, version: number, known: number): void {
  let found = version;
  if (hasPendingWal(path)) {
    try {
      const db = new Database(path, { readonly: true, timeout: busyTimeout });
      try {
        found = readVersion(db);
      } finally {
        db.close();
      }
    } catch (error) {
      throw toOpenError(error, path);
    }
  }
  if (found > known) throw new AppError('LIBRARY_NEWER', { path, found, known });
}

function toOpenError(error: unknown, path: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const { code } = error;
  const cause = { cause: error };
  if (code === 'SQLITE_NOTADB') return new AppError('LIBRARY_NOT_A_LIBRARY', { path }, cause);
  if (code.startsWith('SQLITE_CORRUPT')) return new AppError('LIBRARY_DAMAGED', { path }, cause);
  if (code.startsWith('SQLITE_BUSY')) return new AppError('LIBRARY_IN_USE', { path }, cause);
  if (code === 'SQLITE_FULL') return new AppError('DISK_FULL', { path }, cause);
  return new AppError('LIBRARY_UNREACHABLE', { path, reason: code }, cause);
}
