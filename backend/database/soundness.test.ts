import { copyFileSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { createRouterClient } from '@orpc/server';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { makeLibrary, paragraphs } from '../library.fixture.ts';
import { createArticle } from '../services/articles.ts';
import { checkLibrary } from '../services/check-library.ts';
import { createRouter } from '../services/create-router.ts';
import { lastCheck, noteCheck } from './soundness.ts';

/** A closed library whose table of articles is broken, though it can be opened; noted as sound. */
function brokenLibrary(): string {
  const library = makeLibrary();
  createArticle(library, { fields: { headline: 'عنوان' }, document: paragraphs('نص') });
  library.close();
  const db = new Database(library.path, { readonly: true });
  const page = Number(
    db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'articles'").pluck().get(),
  );
  db.close();
  const bytes = readFileSync(library.path);
  bytes.fill(0xa5, (page - 1) * 4096, page * 4096);
  writeFileSync(library.path, bytes);
  noteCheck(library.path, new Date());
  return library.path;
}

const damaged = expect.objectContaining({ code: 'LIBRARY_DAMAGED' });

test('opens a file that is as it was closed without reading all of it, until damage shows', async () => {
  const library = makeLibrary(brokenLibrary());
  const client = createRouterClient(createRouter(library));
  await expect(client.articles.list({})).rejects.toEqual(damaged);
  library.close();
  expect(() => makeLibrary(library.path)).toThrow(damaged);
});

test('a check that finds broken pages has the next opening refuse the file', async () => {
  const library = makeLibrary(brokenLibrary());
  expect((await checkLibrary(library)).ok).toBe(false);
  library.close();
  expect(() => makeLibrary(library.path)).toThrow(damaged);
});

const days = (count: number) => new Date(Date.now() + count * 24 * 60 * 60 * 1000);

test.each<[string, (path: string) => void]>([
  ['somebody else has written', (path) => utimesSync(path, new Date(), days(-1))],
  [
    'is a copy',
    (path) => {
      copyFileSync(path, `${path}.copy`);
      renameSync(`${path}.copy`, path);
    },
  ],
  ['has grown', (path) => writeFileSync(path, '\0', { flag: 'a' })],
  ['a killed process has left with its log', (path) => writeFileSync(`${path}-wal`, 'x')],
  ['was last checked long ago', (path) => noteCheck(path, days(-8))],
  ['was checked in the future', (path) => noteCheck(path, days(1))],
  ['has a note that says nothing', (path) => writeFileSync(`${path}-checked.json`, '{}')],
])('reads all of a file that %s', (_name, alter) => {
  const path = brokenLibrary();
  alter(path);
  expect(() => makeLibrary(path)).toThrow(damaged);
});

test('goes by the last time all was read, not by the last time the file was closed', () => {
  const first = makeLibrary();
  first.close();
  const checked = lastCheck(first.path, new Date());
  const again = makeLibrary(first.path);
  createArticle(again, { fields: {}, document: paragraphs('نص') });
  again.close();
  expect(checked).not.toBeNull();
  expect(lastCheck(first.path, new Date())).toEqual(checked);
});
