import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { makeLibrary } from '../library.fixture.ts';
import { withoutPrivileges } from '../without-privileges.fixture.ts';
import { openLibrary } from '../open-library.ts';
import { createArticle } from '../services/articles.ts';
import { copyLibrary } from './read-only-copy.ts';

const opener = fileURLToPath(new URL('../hold-library.fixture.ts', import.meta.url));

/** What an ordinary user's process says of the library. */
function openAsUser(path: string): { path: string; readOnlyOriginal: string; articles: number } {
  const [command, args] = withoutPrivileges(process.execPath, [opener, path, 'close']);
  const { stdout } = spawnSync(command, args, { encoding: 'utf8' });
  return JSON.parse(stdout) as ReturnType<typeof openAsUser>;
}

// Windows has no permission bits that a test could take away.
test.skipIf(process.platform === 'win32').each([
  ['folder', 0o555, 0o644],
  ['file', 0o777, 0o444],
])('opens a library in a read-only %s as a copy', (_what, folderMode, fileMode) => {
  const library = makeLibrary();
  createArticle(library, { fields: { headline: 'عنوان' } });
  library.close();
  const folder = dirname(library.path);
  chmodSync(library.path, fileMode);
  chmodSync(folder, folderMode);
  const before = readFileSync(library.path);
  const files = readdirSync(folder);
  try {
    const opened = openAsUser(library.path);
    expect(opened).toEqual({
      path: expect.not.stringContaining(folder),
      readOnlyOriginal: library.path,
      articles: 1,
    });
    expect(readFileSync(library.path).equals(before)).toBe(true);
    expect(readdirSync(folder)).toEqual(files);
    // Nothing was written into the copy.
    expect(existsSync(opened.path)).toBe(false);
  } finally {
    chmodSync(folder, 0o755);
  }
});

test('copies what stands only in the WAL', () => {
  const library = makeLibrary();
  createArticle(library, { fields: { headline: 'عنوان' } });
  const copy = makeLibrary(copyLibrary(library.path));
  expect(copy.db.prepare('SELECT count(*) FROM articles').pluck().get()).toBe(1);
});

test('a copy that was worked in is opened again with what was saved, and kept', () => {
  const original = makeLibrary();
  const path = copyLibrary(original.path);
  const open = () => openLibrary({ path, copyOf: original.path, door: 'desktop' });
  const first = open();
  createArticle(first, { fields: { headline: 'عنوان كُتب في النسخة' } });
  first.close();
  const second = open();
  expect(second).toMatchObject({ path, readOnlyOriginal: original.path });
  expect(second.db.prepare('SELECT headline FROM articles').pluck().all()).toEqual([
    'عنوان كُتب في النسخة',
  ]);
  second.close();
  expect(existsSync(path)).toBe(true);
  rmSync(dirname(path), { recursive: true });
  // An empty library in its place would look like a loss of everything.
  expect(open).toThrow(expect.objectContaining({ code: 'LIBRARY_UNREACHABLE' }));
});
