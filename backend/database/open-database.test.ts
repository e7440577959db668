import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { AppError } from '../../core/errors.ts';
import { makeFolder, makeLibrary, paragraphs } from '../library.fixture.ts';
import { openLibrary } from '../open-library.ts';
import { createArticle } from '../services/articles.ts';
import { migrations } from './migrations/migrations.ts';

function openError(path: string): AppError {
  try {
    openLibrary({ path, door: 'cli' }).close();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('opened');
}

/** A closed library with one article. */
function closedLibrary(): string {
  const library = makeLibrary();
  createArticle(library, {
    fields: { headline: 'عنوان' },
    document: paragraphs('نص '.repeat(3000)),
  });
  library.close();
  return library.path;
}

test.each(['new', 'reopened'])('sets what keeps acknowledged saves on a %s file', (kind) => {
  const first = makeLibrary();
  first.close();
  const { db } = kind === 'new' ? makeLibrary() : makeLibrary(first.path);
  const pragma = (name: string) => db.pragma(name, { simple: true });
  expect({
    journal: pragma('journal_mode'),
    synchronous: pragma('synchronous'),
    fullfsync: pragma('fullfsync'),
    checkpointFullfsync: pragma('checkpoint_fullfsync'),
    foreignKeys: pragma('foreign_keys'),
    busyTimeout: pragma('busy_timeout'),
    trustedSchema: pragma('trusted_schema'),
    cellSizeCheck: pragma('cell_size_check'),
    applicationId: pragma('application_id'),
  }).toEqual({
    journal: 'wal',
    synchronous: 2,
    fullfsync: 1,
    checkpointFullfsync: 1,
    foreignKeys: 1,
    busyTimeout: 5000,
    trustedSchema: 0,
    cellSizeCheck: 1,
    applicationId: 0x4d485252,
  });
});

test('makes every table strict', () => {
  const { db } = makeLibrary();
  const tables = db
    .prepare<[], { name: string; strict: number }>(
      "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'",
    )
    .all();
  expect(tables.length).toBeGreaterThan(8);
  expect(tables.filter(({ strict }) => strict === 0)).toEqual([]);
});

// Windows has no permission bits that a test could take away.
test.skipIf(process.platform === 'win32')('keeps a new library from other users’ eyes', () => {
  const { path } = makeLibrary();
  expect([path, `${path}-wal`].map((file) => statSync(file).mode & 0o777)).toEqual([0o600, 0o600]);
});

test('refuses a newer library and leaves every byte of it as it is', () => {
  const path = closedLibrary();
  const db = new Database(path);
  db.pragma('user_version = 999');
  db.close();
  const before = readFileSync(path);
  expect(openError(path)).toMatchObject({
    code: 'LIBRARY_NEWER',
    details: { path, found: 999, known: migrations.length },
  });
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('refuses a newer library whose version stands only in its WAL, and leaves both as they are', () => {
  const path = closedLibrary();
  const db = new Database(path);
  db.pragma('wal_autocheckpoint = 0');
  db.pragma('user_version = 999');
  // As a killed process leaves it: the file without the version, the WAL with it.
  const file = readFileSync(path);
  const wal = readFileSync(`${path}-wal`);
  db.close();
  writeFileSync(path, file);
  writeFileSync(`${path}-wal`, wal);
  expect(file.readUInt32BE(60)).toBe(migrations.length);
  expect(openError(path).code).toBe('LIBRARY_NEWER');
  expect(readFileSync(path).equals(file)).toBe(true);
  expect(readFileSync(`${path}-wal`).equals(wal)).toBe(true);
});

test('takes neither a text nor another SQLite file for a library, and changes neither', () => {
  const folder = makeFolder();
  const text = join(folder, 'خبر.txt');
  writeFileSync(text, 'خبر قصير');
  const other = join(folder, 'other.db');
  const db = new Database(other);
  db.exec('CREATE TABLE notes (text TEXT)');
  db.close();
  const before = readFileSync(other);
  expect([text, other].map((path) => openError(path).code)).toEqual([
    'LIBRARY_NOT_A_LIBRARY',
    'LIBRARY_NOT_A_LIBRARY',
  ]);
  expect(readFileSync(text, 'utf8')).toBe('خبر قصير');
  expect(readFileSync(other).equals(before)).toBe(true);
});

test('says that a folder is no library and a path below a file cannot be reached', () => {
  const folder = makeFolder();
  const file = join(folder, 'file');
  writeFileSync(file, 'x');
  expect([openError(folder), openError(join(file, 'below'))].map(({ code }) => code)).toEqual([
    'LIBRARY_UNREACHABLE',
    'LIBRARY_UNREACHABLE',
  ]);
});

test('refuses a library whose pages are broken', () => {
  const path = closedLibrary();
  const bytes = readFileSync(path);
  // Everything after the first page.
  bytes.fill(0xa5, 4096);
  writeFileSync(path, bytes);
  expect(openError(path).code).toBe('LIBRARY_DAMAGED');
});

test('opens an empty file as a new library', () => {
  const path = join(makeFolder(), 'empty.muharrir');
  writeFileSync(path, '');
  expect(makeLibrary(path).db.pragma('user_version', { simple: true })).toBe(migrations.length);
});
