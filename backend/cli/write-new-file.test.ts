import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeNewFile } from './write-new-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'muharrir-write-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const contents = () =>
  Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );

test('never overwrites: a taken name gets a number', async () => {
  writeFileSync(join(folder, 'خبر.html'), 'القديم');
  const names = [];
  for (const text of ['الأول', 'الثاني']) names.push(await writeNewFile(folder, 'خبر.html', text));
  expect(names).toEqual([join(folder, 'خبر (2).html'), join(folder, 'خبر (3).html')]);
  expect(contents()).toEqual({
    'خبر.html': 'القديم',
    'خبر (2).html': 'الأول',
    'خبر (3).html': 'الثاني',
  });
});

test('gives writers at the same time different names', async () => {
  const texts = Array.from({ length: 20 }, (_, index) => String(index));
  const paths = await Promise.all(texts.map((text) => writeNewFile(folder, 'a.md', text)));
  expect(new Set(paths).size).toBe(20);
  expect(Object.values(contents()).toSorted()).toEqual(texts.toSorted());
});

test.each([
  ['../../out.html', 'out.html'],
  ['..\\out.html', 'out.html'],
  ['/etc/out.html', 'out.html'],
  ['..', 'article'],
  ['', 'article'],
])('stays in the folder: %j becomes %s', async (name, written) => {
  expect(await writeNewFile(folder, name, 'نص')).toBe(join(folder, written));
  expect(contents()).toEqual({ [written]: 'نص' });
});

test('leaves nothing behind where it fails', async () => {
  mkdirSync(join(folder, 'd'));
  await expect(writeNewFile(folder, `${'س'.repeat(200)}.html`, 'نص')).rejects.toThrow(
    /ENAMETOOLONG|ENOENT|EINVAL/,
  );
  expect(readdirSync(folder)).toEqual(['d']);
});
