import { existsSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { makeLibrary, paragraphs } from '../library.fixture.ts';
import { createArticle } from '../services/articles.ts';
import type { Migration } from './migrate.ts';
import { findChangedMigrations, hashMigration, migrate, readVersion } from './migrate.ts';
import { migrations } from './migrations/migrations.ts';

const now = () => new Date('2026-02-01T10:00:00Z');

/** For the mechanism alone. */
const next: Migration = {
  version: migrations.length + 1,
  name: 'add-embargo',
  sql: 'ALTER TABLE articles ADD COLUMN embargo TEXT;',
  transform: (db) => db.prepare("UPDATE articles SET embargo = 'none'").run(),
};

const before = (path: string) => `${path}-before-v${next.version}`;

test('keeps shipped migrations frozen', () => {
  expect(migrations.map((migration) => [migration.version, migration.name])).toEqual([
    [1, 'create-library'],
    [2, 'append-revisions'],
    [3, 'create-directory'],
  ]);
  expect(migrations.map(hashMigration)).toEqual(frozen);
});

test('brings a populated library to the next version and keeps a copy of it as it was', () => {
  const library = makeLibrary();
  createArticle(library, { fields: { headline: 'عنوان' }, document: paragraphs('نص') });
  migrate(library.db, [...migrations, next], now);
  expect(library.db.prepare('SELECT headline, embargo FROM articles').all()).toEqual([
    { headline: 'عنوان', embargo: 'none' },
  ]);
  expect(readVersion(library.db)).toBe(next.version);
  expect(
    library.db.prepare('SELECT version, name, applied_at FROM schema_migrations').all().at(-1),
  ).toEqual({ version: next.version, name: 'add-embargo', applied_at: '2026-02-01T10:00:00.000Z' });

  const copy = new Database(before(library.path), { readonly: true });
  expect(readVersion(copy)).toBe(migrations.length);
  expect(copy.prepare('SELECT headline FROM articles').pluck().all()).toEqual(['عنوان']);
  copy.close();
  expect(existsSync(`${before(library.path)}.partial`)).toBe(false);
});

test.skipIf(process.platform === 'win32')(
  'lets nobody else read the copy (Windows has no such permissions)',
  () => {
    const library = makeLibrary();
    migrate(library.db, [...migrations, next], now);
    expect(statSync(before(library.path)).mode & 0o777).toBe(0o600);
  },
);

test('leaves everything as it was where a migration fails', () => {
  const { db } = makeLibrary();
  const broken = { ...next, sql: 'CREATE TABLE half (a TEXT) STRICT; CREATE TABLE nonsense (' };
  expect(() => migrate(db, [...migrations, broken], now)).toThrow('incomplete input');
  expect(readVersion(db)).toBe(migrations.length);
  expect(db.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'half'").pluck().get()).toBe(
    0,
  );
  expect(db.inTransaction).toBe(false);
});

test('does nothing to a library that is up to date', () => {
  const { db, path } = makeLibrary();
  migrate(db, migrations, now);
  expect(existsSync(`${path}-before-v${migrations.length}`)).toBe(false);
});

test('notices that an applied migration has been changed', () => {
  const { db } = makeLibrary();
  expect(findChangedMigrations(db, migrations)).toEqual([]);
  const changed = migrations.map((migration) => ({ ...migration, sql: `${migration.sql} ` }));
  expect(findChangedMigrations(db, changed)).toEqual(migrations.map(({ name }) => name));
});

/** A new migration adds its hash; the others never change. */
const frozen = [
  '5ab45bf0d6a833668dcebf2cc2404d27736e71d695d86318405e18280ea08d9b',
  '8a2632bdb22772536c8ddca78149d26b1743a3a4e75286d7f5ad1330e72d7e43',
  'f3559110baa24b439bb1055b10eecef90bbd3fa486ed5d99705413b995eba04e',
];
