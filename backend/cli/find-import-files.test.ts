import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findImportFiles } from './find-import-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'muharrir-find-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(...paths: string[]): void {
  for (const path of paths) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), 'نص');
  }
}

const labels = async (...paths: string[]) =>
  (await findImportFiles(paths, folder)).files.map((file) => file.label);

test('gives a folder’s texts at any depth in order, without hidden, foreign and unnamed ones', async () => {
  write(
    'د/10.txt',
    'د/9.txt',
    'د/ب/ج.HTML',
    'د/أ.md',
    'د/صورة.png',
    'د/بلا',
    'د/نسخة.2026',
    'د/.خفي.txt',
    'د/.git/x.txt',
  );
  expect(await labels('د')).toEqual(
    ['9.txt', '10.txt', 'أ.md', 'ب/ج.HTML'].map((x) => join('د', x)),
  );
});

test('takes a file that is named as it is, whatever its extension, and none twice', async () => {
  write('خبر.pdf', 'د/أ.txt');
  expect(await labels('خبر.pdf', 'د', 'د/أ.txt', './خبر.pdf')).toEqual([
    'خبر.pdf',
    join('د', 'أ.txt'),
  ]);
});

// On Windows ordinary users may make no symbolic links.
test.skipIf(process.platform === 'win32')(
  'walks in no circles (needs symbolic links)',
  async () => {
    write('د/أ.txt', 'خارج/ب.txt');
    symlinkSync('..', join(folder, 'د', 'up'));
    symlinkSync('.', join(folder, 'د', 'self'));
    symlinkSync(join(folder, 'خارج'), join(folder, 'د', 'link'));
    symlinkSync('nowhere', join(folder, 'د', 'dangling.txt'));
    expect((await labels('د')).toSorted()).toEqual(
      [join('د', 'link', 'ب.txt'), join('د', 'أ.txt')].toSorted(),
    );
  },
);

test('says what is missing and what holds nothing', async () => {
  write('صور/a.png');
  mkdirSync(join(folder, 'فارغ'));
  expect(await findImportFiles(['لا.txt', 'فارغ', 'صور', 'صور/a.png/x'], folder)).toEqual({
    files: [],
    problems: [
      { label: 'لا.txt', problem: 'missing' },
      { label: 'فارغ', problem: 'empty-folder' },
      { label: 'صور', problem: 'empty-folder' },
      { label: 'صور/a.png/x', problem: 'missing' },
    ],
  });
});
