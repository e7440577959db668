import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import { writeArchive } from './archive.ts';

const signal = new AbortController().signal;
const folders: string[] = [];

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'muharrir-archive-'));
  folders.push(folder);
  return folder;
}

async function program(): Promise<string> {
  const folder = await freshFolder();
  await mkdir(join(folder, 'resources'));
  await writeFile(join(folder, 'muharrir'), 'program', { mode: 0o755 });
  await writeFile(join(folder, 'chrome-sandbox'), 'helper', { mode: 0o755 });
  await writeFile(join(folder, 'resources', 'نصّ.txt'), 'ملف باسم عربيّ');
  await symlink('muharrir', join(folder, 'also'));
  return folder;
}

test('is unpacked by the system’s tar to the same files, modes and links under one folder', async () => {
  const folder = await program();
  const out = await freshFolder();
  const file = join(out, 'x.tar.gz');
  await writeArchive({ folder, file, prefix: 'muharrir-1', signal });
  await promisify(execFile)('tar', ['-xzf', file, '-C', out]);
  const unpacked = join(out, 'muharrir-1');
  expect((await readdir(unpacked)).toSorted()).toEqual([
    'also',
    'chrome-sandbox',
    'muharrir',
    'resources',
  ]);
  expect(await readFile(join(unpacked, 'resources', 'نصّ.txt'), 'utf8')).toBe('ملف باسم عربيّ');
  expect((await stat(join(unpacked, 'also'))).mode & 0o777).toBe(0o755);
});

test('lists the sandbox’s helper as root’s with the bit that lets it do its work', async () => {
  const folder = await program();
  const file = join(await freshFolder(), 'x.tar.gz');
  await writeArchive({ folder, file, prefix: 'm', modes: { 'chrome-sandbox': 0o4755 }, signal });
  const { stdout } = await promisify(execFile)('tar', ['--numeric-owner', '-tvzf', file]);
  expect(stdout).toMatch(/^-rwsr-xr-x 0\/0 .* m\/chrome-sandbox$/m);
});

test('is the same archive, byte for byte, for the same content', async () => {
  const out = await freshFolder();
  const archives = await Promise.all(
    ['a', 'b'].map(async (name) => {
      const file = join(out, name);
      await writeArchive({ folder: await program(), file, prefix: 'm', signal });
      return readFile(file);
    }),
  );
  expect(archives[0]?.equals(archives[1] ?? Buffer.alloc(0))).toBe(true);
});

test('leaves no half-written archive behind', async () => {
  const out = await freshFolder();
  const aborted = AbortSignal.abort(new Error('Stopped.'));
  const writing = writeArchive({
    folder: await program(),
    file: join(out, 'x'),
    prefix: 'm',
    signal: aborted,
  });
  await expect(writing).rejects.toThrow('Stopped.');
  expect(await readdir(out)).toEqual([]);
});
